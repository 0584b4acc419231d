package dev.quartet.api.access.tokens;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.quartet.api.access.keys.IssuerKeys;
import org.jspecify.annotations.Nullable;

/**
 * Chooses who can tell whether a token is good, by the issuer that it claims to come
 * from; opaque tokens claim nothing and go to whoever may be asked.
 */
final class TrustedIssuers implements AutoCloseable {

	private final Map<String, SignedTokens> signing = new HashMap<>();

	private final Map<String, SharedSecretTokens> sharing = new HashMap<>();

	private final Map<String, IntrospectedTokens> answering = new HashMap<>();

	private final String names;

	private @Nullable SharedSecretTokens anonymous;

	TrustedIssuers(List<IssuerSettings> issuers, TokenSettings settings, Clock clock) {
		issuers.forEach((issuer) -> add(issuer, settings, clock));
		this.names = String.join(" or ", issuers.stream().map(IssuerSettings::issuer).toList());
	}

	/** Is null when the token can be checked here. */
	@Nullable IntrospectedTokens introspecting(@Nullable SignedToken token) {
		if (token == null) {
			return answering.isEmpty() ? null : answering.values().iterator().next();
		}
		return answering.get(issuerOf(token));
	}

	VerifiedToken verify(SignedToken token) {
		String issuer = issuerOf(token);
		SignedTokens signed = signing.get(issuer);
		if (signed != null) {
			return signed.verify(token);
		}
		SharedSecretTokens shared = token.claims().has("iss") ? sharing.get(issuer) : anonymous;
		if (shared != null) {
			return shared.verify(token);
		}
		throw new TokenRefused("iss is not " + names);
	}

	private void add(IssuerSettings issuer, TokenSettings settings, Clock clock) {
		switch (issuer.mode()) {
			case JWT -> signing.put(issuer.issuer(),
					new SignedTokens(issuer, new IssuerKeys(issuer.issuer(), issuer.jwksUri(), clock),
							TokenRules.strict(issuer, settings, clock)));
			case INTROSPECTION -> answering.put(issuer.issuer(), new IntrospectedTokens(issuer,
					TokenRules.introspected(issuer, settings, clock), settings.rememberAnswers(), clock));
			case SHARED_SECRET -> share(issuer, settings, clock);
		}
	}

	private void share(IssuerSettings issuer, TokenSettings settings, Clock clock) {
		TokenRules rules = issuer.lenient() ? TokenRules.lenient(issuer, settings, clock)
				: TokenRules.strict(issuer, settings, clock);
		SharedSecretTokens tokens = new SharedSecretTokens(issuer, rules);
		sharing.put(issuer.issuer(), tokens);
		if (issuer.lenient()) {
			anonymous = tokens;
		}
	}

	// Nothing is believed yet: it says only who has to confirm it.
	private static String issuerOf(SignedToken token) {
		return token.claims().text("iss").orElse("");
	}

	@Override
	public void close() {
		signing.values().forEach(SignedTokens::close);
	}

}
