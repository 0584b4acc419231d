package dev.quartet.app.signin;

import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Pattern;

import dev.quartet.app.identities.Profile;
import dev.quartet.app.identities.Proof;
import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.registry.ProfileFields;
import dev.quartet.app.registry.Provider;
import org.jspecify.annotations.Nullable;

/** Reads who somebody is from the profile of a provider that has no ID tokens. */
final class Profiles {

	private static final Pattern SUBJECT = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]{1,255}");

	private Profiles() {
	}

	static Proof proof(Provider provider, String issuer, ProfileFields fields, Map<String, Object> told) {
		String subject = subject(at(fields.subject(), told));
		if (subject == null) {
			throw new AnswerRefused("profile_subject", "the profile has no usable " + fields.subject());
		}
		return new Proof(provider.name(), issuer, subject, new Profile(Profile.text(at(fields.name(), told)),
				Profile.text(at(fields.username(), told)), Profile.text(at(fields.email(), told)), false, null));
	}

	/** Nothing is cut off or tidied up: two people must not become one. */
	private static @Nullable String subject(@Nullable Object value) {
		boolean whole = value instanceof Integer || value instanceof Long || value instanceof BigInteger;
		String text = (whole || value instanceof String) ? String.valueOf(value) : "";
		return SUBJECT.matcher(text).matches() ? text : null;
	}

	private static @Nullable Object at(@Nullable String path, Map<String, Object> told) {
		if (path == null) {
			return null;
		}
		Object value = told;
		for (String member : path.split("\\.", -1)) {
			value = (value instanceof Map<?, ?> object) ? object.get(member) : null;
		}
		return value;
	}

}
