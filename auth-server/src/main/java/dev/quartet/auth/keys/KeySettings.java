package dev.quartet.auth.keys;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Says where the secret comes from that seals the signing keys. */
@ConfigurationProperties("quartet")
record KeySettings(@Nullable String keySecret, Path data) {

	@Override
	public String toString() {
		return "KeySettings[keySecret=***, data=%s]".formatted(this.data);
	}

}
