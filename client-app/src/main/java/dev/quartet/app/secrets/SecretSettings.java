package dev.quartet.app.secrets;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Says what tokens and pending sign-ins are sealed with.
 *
 * @param keySecret at least 32 characters; empty to have one made in the data folder,
 * which only the embedded database allows
 * @param data the folder of the embedded database
 */
@ConfigurationProperties("quartet.secrets")
record SecretSettings(String keySecret, Path data) {

	@Override
	public String toString() {
		return "SecretSettings[data=" + this.data + "]";
	}

}
