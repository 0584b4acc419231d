package dev.quartet.auth.assertions;

import java.text.ParseException;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;

/** Reads the keys that a client published; of a set that is no set nothing is left. */
final class PublicKeys {

	static final JWKSet NONE = new JWKSet(List.<JWK>of());

	private static final int MOST = 100;

	private PublicKeys() {
	}

	static JWKSet parse(Map<String, Object> object) {
		try {
			return usable(JWKSet.parse(object));
		}
		catch (ParseException ex) {
			return NONE;
		}
	}

	static JWKSet parse(String text) throws ParseException {
		return usable(JWKSet.parse(text));
	}

	// A shared or a private key that everybody can read proves nothing.
	private static JWKSet usable(JWKSet keys) {
		return new JWKSet(keys.getKeys().stream().filter((key) -> !key.isPrivate()).limit(MOST).toList());
	}

}
