package dev.quartet.app.signin;

import java.util.Map;

import dev.quartet.app.identities.Profile;
import dev.quartet.app.identities.Proof;
import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.registry.ProfileFields;
import dev.quartet.app.registry.Provider;
import org.jspecify.annotations.Nullable;

/** Reads who somebody is from the profile of a provider that has no ID tokens. */
final class Profiles {

	private Profiles() {
	}

	static Proof proof(Provider provider, String issuer, ProfileFields fields, Map<String, Object> told) {
		String subject = Profile.text(at(fields.subject(), told));
		if (subject == null) {
			throw new AnswerRefused("profile_subject", "the profile has no " + fields.subject());
		}
		return new Proof(provider.name(), issuer, subject, new Profile(Profile.text(at(fields.name(), told)),
				Profile.text(at(fields.username(), told)), Profile.text(at(fields.email(), told)), false, null));
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
