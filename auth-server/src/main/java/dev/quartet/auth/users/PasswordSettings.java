package dev.quartet.auth.users;

import java.nio.file.Path;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * Sets how long a password must be, which can be made stricter, never weaker, and where
 * the breached ones are listed.
 */
@Validated
@ConfigurationProperties("quartet.password")
record PasswordSettings(@DefaultValue("15") @Min(15) @Max(64) int minLength, @Nullable String breachedFile) {

	Optional<Path> breached() {
		return Optional.ofNullable(this.breachedFile).filter(StringUtils::hasText).map(Path::of);
	}

}
