package dev.quartet.auth.registration;

import java.util.Set;
import java.util.function.Function;

import dev.quartet.auth.clients.ApplicationType;
import dev.quartet.auth.clients.RedirectUriRules;

/** Reads where a client wants people to be sent back to. */
final class RegisteredUris {

	private static final int LONGEST_TOGETHER = 10_000;

	private RegisteredUris() {
	}

	static Set<String> redirect(SubmittedMetadata submitted, ApplicationType type) {
		return checked(submitted, "redirect_uris", type, RegistrationRefused::redirectUri);
	}

	static Set<String> postLogout(SubmittedMetadata submitted, ApplicationType type) {
		String field = "post_logout_redirect_uris";
		return checked(submitted, field, type, (problem) -> RegistrationRefused.metadata(field, problem));
	}

	private static Set<String> checked(SubmittedMetadata submitted, String field, ApplicationType type,
			Function<String, RegistrationRefused> refusal) {
		Set<String> uris = submitted.texts(field).orElse(Set.of());
		for (String uri : uris) {
			RedirectUriRules.problem(uri, type).ifPresent((problem) -> {
				throw refusal.apply("\"%s\": %s".formatted(uri, problem));
			});
		}
		if (String.join(" ", uris).length() > LONGEST_TOGETHER) {
			throw refusal.apply("expected at most 10000 characters in total");
		}
		return uris;
	}

}
