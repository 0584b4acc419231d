package dev.quartet.auth.assertions;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import dev.quartet.auth.clients.MetadataField;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Opens what a client signed to ask for something (RFC 9101 §6, OpenID Connect Core §6).
 *
 * <p>
 * It is a wish and no proof of who sends it, so it may come again and may have no end. An
 * end that it has is kept.
 */
@Component
public class RequestObjects {

	private static final String TYPE = "oauth-authz-req+jwt";

	private static final HeaderRules HEADER = new HeaderRules(Set.of("jwt", TYPE),
			MetadataField.REQUEST_OBJECT_SIGNING_ALG);

	private final ClientSignatures signatures;

	private final AssertionSettings settings;

	RequestObjects(ClientSignatures signatures, AssertionSettings settings) {
		this.signatures = signatures;
		this.settings = settings;
	}

	/**
	 * Gives what the client signed, as it was good at that time; refuses what it did not.
	 */
	public Map<String, Object> open(String object, RegisteredClient client, Instant at) {
		SignedJWT signed = signed(object);
		if (!HEADER.allow(signed.getHeader(), client)) {
			throw new RequestObjectRefused("The request object has a header (alg, typ, or a key) that is not accepted");
		}
		if (!this.signatures.verify(client, signed)) {
			throw new RequestObjectRefused("The request object is not signed by a key of this client");
		}
		JWTClaimsSet claims = claims(signed);
		checkNames(claims, client.getClientId());
		checkTimes(claims, at);
		return claims.getClaims();
	}

	/** Gives what the object says, whoever made it: nothing is proven by that. */
	public static Map<String, Object> read(String object) {
		try {
			return claims(signed(object)).getClaims();
		}
		catch (RequestObjectRefused ex) {
			return Map.of();
		}
	}

	/**
	 * Whether its type says that nothing but what is inside counts (RFC 9101 §5, §10.8).
	 */
	public static boolean countsAlone(String object) {
		try {
			JOSEObjectType type = signed(object).getHeader().getType();
			return type != null && TYPE.equalsIgnoreCase(type.getType());
		}
		catch (RequestObjectRefused ex) {
			return false;
		}
	}

	private static SignedJWT signed(String object) {
		try {
			JWT parsed = JWTParser.parse(object);
			if (parsed instanceof SignedJWT signed) {
				return signed;
			}
			throw new RequestObjectRefused((parsed instanceof EncryptedJWT) ? "The request object must not be encrypted"
					: "The request object must be signed");
		}
		catch (ParseException ex) {
			throw new RequestObjectRefused("The request object is not a signed JWT");
		}
	}

	private static JWTClaimsSet claims(SignedJWT signed) {
		try {
			return signed.getJWTClaimsSet();
		}
		catch (ParseException ex) {
			throw new RequestObjectRefused("The request object has no claims, or one of a wrong type");
		}
	}

	private void checkNames(JWTClaimsSet claims, String clientId) {
		if (!clientId.equals(claims.getIssuer())) {
			throw new RequestObjectRefused("iss must be the client_id");
		}
		if (!claims.getAudience().contains(this.settings.issuer())) {
			throw new RequestObjectRefused("aud must contain the issuer of this server");
		}
		// It goes through the browser, and must not pass for a proof of the client (RFC
		// 9101 §10.8).
		if (clientId.equals(claims.getSubject())) {
			throw new RequestObjectRefused("sub must not be the client_id");
		}
		if (!clientId.equals(claims.getClaims().getOrDefault("client_id", clientId))) {
			throw new RequestObjectRefused("client_id inside differs from the one outside");
		}
		if (claims.getClaims().containsKey("request") || claims.getClaims().containsKey("request_uri")) {
			throw new RequestObjectRefused("request and request_uri must not be inside");
		}
	}

	private static void checkTimes(JWTClaimsSet claims, Instant at) {
		Date end = claims.getExpirationTime();
		if (end != null && !end.toInstant().plus(ClientClock.SKEW).isAfter(at)) {
			throw new RequestObjectRefused("The request object has expired");
		}
		if (!ClientClock.hasCome(claims.getIssueTime(), at) || !ClientClock.hasCome(claims.getNotBeforeTime(), at)) {
			throw new RequestObjectRefused("The request object is not valid yet (nbf, iat)");
		}
	}

}
