package dev.quartet.app.oauth2;

import java.util.Base64;

import dev.quartet.app.secrets.Unguessable;

/** Makes the challenge of a verifier (RFC 7636 §4.2, S256). */
public final class Pkce {

	private Pkce() {
	}

	public static String challenge(String verifier) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(Unguessable.sha256(verifier));
	}

}
