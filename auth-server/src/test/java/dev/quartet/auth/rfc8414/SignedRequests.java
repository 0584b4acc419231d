package dev.quartet.auth.rfc8414;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.rfc7523.Assertion;
import dev.quartet.auth.rfc7591.Registering;
import dev.quartet.auth.rfc9101.RequestObject;

/** Registers a client for an algorithm, and lets it sign what it asks for. */
record SignedRequests(RegistrationTruths truths) {

	/** Whether what is signed so counts, and what nobody signed does not. */
	boolean work(String algorithm) {
		try {
			return algorithm.equals("EdDSA") ? edwards() : others(algorithm);
		}
		catch (GeneralSecurityException | JOSEException ex) {
			throw new IllegalStateException(algorithm, ex);
		}
	}

	private boolean edwards() throws GeneralSecurityException {
		KeyPair pair = Assertion.ed25519();
		Answer registered = register("EdDSA", Assertion.publicKey(pair, "ed"));
		return registered.status() == 201 && count(registered, wish(registered).signedByEd25519(pair.getPrivate()));
	}

	private boolean others(String algorithm) throws JOSEException {
		boolean elliptic = algorithm.startsWith("ES");
		JWK key = elliptic ? new ECKeyGenerator(Curve.P_256).generate() : new RSAKeyGenerator(2048).generate();
		Answer registered = register(algorithm, key);
		if (registered.status() != 201) {
			return false;
		}
		JWSAlgorithm parsed = JWSAlgorithm.parse(algorithm);
		return count(registered,
				wish(registered).signed(new DefaultJWSSignerFactory().createJWSSigner(key, parsed), parsed));
	}

	private Answer register(String algorithm, JWK key) {
		return this.truths.register(Registering.client()
			.with("scope", "openid")
			.with("jwks", new JWKSet(key.toPublicJWK()).toJSONObject())
			.with("request_object_signing_alg", algorithm));
	}

	// Nobody is signed in: the answer is at the client, and what it signed can be seen.
	private RequestObject wish(Answer registered) {
		return RequestObject.of(flow(registered).request(), this.truths.server().getBean(MovableClock.class).instant())
			.with("prompt", "none")
			.with("state", "inside");
	}

	private boolean count(Answer registered, String signed) {
		Answer answer = send(registered, signed);
		Answer unsigned = send(registered, wish(registered).unsigned());
		return Map.of("error", "login_required", "state", "inside")
			.equals(Map.of("error", answer.sent("error"), "state", answer.sent("state")))
				&& unsigned.sent("error").equals("invalid_request_object");
	}

	private Answer send(Answer registered, String object) {
		return flow(registered)
			.authorize(Form.empty().and("client_id", registered.json("client_id")).and("request", object));
	}

	private AuthorizationFlow flow(Answer registered) {
		return this.truths.flows().with(RegistrationTruths.known(registered));
	}

}
