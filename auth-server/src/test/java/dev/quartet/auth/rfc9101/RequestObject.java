package dev.quartet.auth.rfc9101;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.quartet.auth.flow.Form;
import tools.jackson.databind.json.JsonMapper;

/** Is what a client signs to ask for something; a test changes what matters to it. */
public final class RequestObject {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Map<String, Object> header = new LinkedHashMap<>(
			Map.of("alg", "ES256", "typ", "oauth-authz-req+jwt"));

	private final Map<String, Object> claims = new LinkedHashMap<>();

	private RequestObject() {
	}

	/** A good one, with all of the request in it, which lives for a minute. */
	public static RequestObject of(Form request, Instant now) {
		RequestObject object = new RequestObject();
		object.claims.putAll(request.claims());
		object.claims.putAll(Map.of("iss", object.claims.get("client_id"), "aud", "http://localhost:9000", "iat",
				now.getEpochSecond(), "exp", now.getEpochSecond() + 60));
		return object;
	}

	static ECKey key(String keyId) {
		try {
			return new ECKeyGenerator(Curve.P_256).keyID(keyId).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The keys as a client registers them. */
	static Map<String, Object> jwks(ECKey key) {
		return new JWKSet(key.toPublicJWK()).toJSONObject();
	}

	public RequestObject with(String claim, Object value) {
		this.claims.put(claim, value);
		return this;
	}

	RequestObject without(String claim) {
		this.claims.remove(claim);
		return this;
	}

	RequestObject withoutType() {
		this.header.remove("typ");
		return this;
	}

	RequestObject header(String name, Object value) {
		this.header.put(name, value);
		return this;
	}

	String signed(ECKey key) {
		try {
			return signed(new ECDSASigner(key), JWSAlgorithm.ES256);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public String signed(JWSSigner signer, JWSAlgorithm algorithm) throws JOSEException {
		this.header.put("alg", algorithm.getName());
		return raw(JSON.writeValueAsString(this.claims), signer, algorithm);
	}

	/** Signs with what Java itself has, as the library has no Ed25519. */
	public String signedByEd25519(PrivateKey key) throws GeneralSecurityException {
		this.header.put("alg", "EdDSA");
		String input = input(JSON.writeValueAsString(this.claims));
		Signature signature = Signature.getInstance("Ed25519");
		signature.initSign(key);
		signature.update(input.getBytes(StandardCharsets.US_ASCII));
		return input + "." + Base64URL.encode(signature.sign());
	}

	/** Signs any text as if it were claims. */
	String raw(String claims, JWSSigner signer, JWSAlgorithm algorithm) throws JOSEException {
		String input = input(claims);
		return input + "." + signer.sign(new JWSHeader(algorithm), input.getBytes(StandardCharsets.US_ASCII));
	}

	private String input(String claims) {
		return Base64URL.encode(JSON.writeValueAsString(this.header)) + "." + Base64URL.encode(claims);
	}

	public String unsigned() {
		return Base64URL.encode("{\"alg\":\"none\"}") + "." + Base64URL.encode(JSON.writeValueAsString(this.claims))
				+ ".";
	}

}
