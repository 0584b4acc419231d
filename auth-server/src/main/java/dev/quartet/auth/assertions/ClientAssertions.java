package dev.quartet.auth.assertions;

import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.quartet.auth.onetime.Seen;
import dev.quartet.auth.onetime.SeenKind;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** Decides whether an assertion proves that a client is who it says (RFC 7523 §3). */
@Component
public class ClientAssertions {

	/** Another instance, whose clock is behind, may still take what is over here. */
	private static final Duration REMEMBERED_LONGER = Duration.ofMinutes(5);

	private final RegisteredClientRepository clients;

	private final AssertionRules rules;

	private final ClientSignatures signatures;

	private final Seen seen;

	ClientAssertions(RegisteredClientRepository clients, AssertionRules rules, ClientSignatures signatures, Seen seen) {
		this.clients = clients;
		this.rules = rules;
		this.signatures = signatures;
		this.seen = seen;
	}

	/** Says whom an assertion is about, which proves nothing yet. */
	public static Optional<String> subject(String assertion) {
		try {
			return Optional.ofNullable(SignedJWT.parse(assertion).getJWTClaimsSet()).map(JWTClaimsSet::getSubject);
		}
		catch (ParseException ex) {
			return Optional.empty();
		}
	}

	/** Gives the client that the assertion proves, once. */
	public Optional<RegisteredClient> prove(String assertion) {
		try {
			SignedJWT signed = SignedJWT.parse(assertion);
			return Optional.ofNullable(claims(signed).getSubject())
				.map(this::client)
				.filter((client) -> this.rules.allow(signed, client) && this.signatures.verify(client, signed))
				.filter((client) -> isFirstUse(client, signed));
		}
		catch (ParseException ex) {
			return Optional.empty();
		}
	}

	private @Nullable RegisteredClient client(String clientId) {
		RegisteredClient client = this.clients.findByClientId(clientId);
		boolean signs = client != null
				&& client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
		return signs ? client : null;
	}

	// Another client cannot use up this one's ids, nor a stranger: the signature is
	// already verified.
	private boolean isFirstUse(RegisteredClient client, SignedJWT signed) {
		try {
			JWTClaimsSet claims = claims(signed);
			return this.seen.isFirstUse(SeenKind.ASSERTION, client.getClientId() + " " + claims.getJWTID(),
					claims.getExpirationTime().toInstant().plus(REMEMBERED_LONGER));
		}
		catch (ParseException ex) {
			return false;
		}
	}

	private static JWTClaimsSet claims(SignedJWT signed) throws ParseException {
		JWTClaimsSet claims = signed.getJWTClaimsSet();
		if (claims == null) {
			throw new ParseException("no claims", 0);
		}
		return claims;
	}

}
