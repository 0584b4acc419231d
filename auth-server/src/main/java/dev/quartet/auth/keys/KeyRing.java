package dev.quartet.auth.keys;

import java.util.List;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;

/**
 * Gives the keys of the database: all of them to check and publish, only the active ones
 * to sign.
 */
class KeyRing implements JWKSource<SecurityContext> {

	private final JWKSet all;

	private final JWKSet signing;

	KeyRing(List<SigningKey> keys, Seal seal) {
		this.all = new JWKSet(open(keys, seal));
		this.signing = new JWKSet(open(keys.stream().filter(SigningKey::signs).toList(), seal));
	}

	@Override
	public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
		return selector.select(this.all);
	}

	/** The keys that sign. */
	JWKSource<SecurityContext> signing() {
		return (selector, context) -> selector.select(this.signing);
	}

	private static List<JWK> open(List<SigningKey> keys, Seal seal) {
		return keys.stream().map((key) -> key.open(seal)).toList();
	}

}
