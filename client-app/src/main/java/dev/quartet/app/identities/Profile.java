package dev.quartet.app.identities;

import java.io.Serializable;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Is what a provider tells about a person; nothing in it identifies her.
 *
 * @param name her name as people write it
 * @param username her name at the provider
 * @param email her e-mail address, which nobody may have verified
 * @param emailVerified whether the provider says it has
 * @param signedInAt when she proved there who she is, in seconds since 1970
 */
public record Profile(@Nullable String name, @Nullable String username, @Nullable String email, boolean emailVerified,
		@Nullable Long signedInAt) implements Serializable {

	private static final int LONGEST = 300;

	/** The end of the year 9999. */
	private static final double LATEST = 253_402_300_799.0;

	/** From the claims of OpenID Connect Core 1.0 §5.1. */
	public static Profile of(Map<String, Object> claims) {
		return new Profile(text(claims.get("name")), text(claims.get("preferred_username")), text(claims.get("email")),
				Boolean.TRUE.equals(claims.get("email_verified")),
				(claims.get("auth_time") instanceof Number seconds) ? time(seconds.doubleValue()) : null);
	}

	/** Null for what is no time that people can read. */
	private static @Nullable Long time(double seconds) {
		return (seconds >= 0.0 && seconds <= LATEST) ? Long.valueOf((long) seconds) : null;
	}

	/** A text of a sane length without control characters; null for anything else. */
	public static @Nullable String text(@Nullable Object value) {
		if (!(value instanceof String || value instanceof Number)) {
			return null;
		}
		String text = String.valueOf(value).replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
		return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST));
	}

	/** How we call her. */
	public String title(String subject) {
		return Stream.of(this.name, this.username, this.email)
			.filter((value) -> value != null && !value.isBlank())
			.findFirst()
			.orElse(subject);
	}

}
