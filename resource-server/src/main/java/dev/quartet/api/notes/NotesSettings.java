package dev.quartet.api.notes;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Says how much one owner may keep here.
 *
 * @param most how many notes one owner has at most
 */
@ConfigurationProperties("quartet.api.notes")
record NotesSettings(@DefaultValue("1000") int most) {

	NotesSettings {
		Assert.isTrue(most > 0, "quartet.api.notes.most must be at least 1");
	}

}
