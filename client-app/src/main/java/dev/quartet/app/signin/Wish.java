package dev.quartet.app.signin;

import dev.quartet.app.pending.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * Is what a sign-in that is about to begin is for.
 *
 * @param purpose what it will be good for
 * @param session the hash of the session that asks; null if any will do
 * @param experiment the fault to try; null for none
 * @param returnTo the page to go on to
 * @param prompt what the provider should ask anew ({@code prompt} of OpenID Connect Core
 * 1.0 §3.1.2.1); null for nothing
 * @param loginHint who wants to sign in; null if unknown
 */
record Wish(Purpose purpose, @Nullable String session, @Nullable String experiment, ReturnPath returnTo,
		@Nullable String prompt, @Nullable String loginHint) {

	static Wish signIn(ReturnPath returnTo) {
		return new Wish(Purpose.SIGN_IN, null, null, returnTo, null, null);
	}

	static Wish link(String session, ReturnPath returnTo) {
		return new Wish(Purpose.LINK, session, null, returnTo, null, null);
	}

	static Wish experiment(String fault, ReturnPath returnTo) {
		return new Wish(Purpose.EXPERIMENT, null, fault, returnTo, null, null);
	}

	Wish asking(@Nullable String question) {
		// Other values would let a link switch pages off that she should see.
		String prompt = ("consent".equals(question) || "login".equals(question) || "select_account".equals(question))
				? question : null;
		return new Wish(this.purpose, this.session, this.experiment, this.returnTo, prompt, this.loginHint);
	}

	Wish hinting(@Nullable String person) {
		return new Wish(this.purpose, this.session, this.experiment, this.returnTo, this.prompt,
				(person != null && person.length() <= 200) ? person : null);
	}

}
