package dev.quartet.auth.rfc7523;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.quartet.auth.clients.AccessTokenFormat;
import dev.quartet.auth.clients.ApplicationType;
import dev.quartet.auth.clients.Client;
import dev.quartet.auth.clients.ClientMetadata;
import dev.quartet.auth.clients.FurtherMetadata;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.Browser;
import dev.quartet.auth.flow.Form;

/** Is a client that proves by its key who it is. */
public record SigningClient(String clientId, ECKey key) {

	static final String REDIRECT_URI = "http://localhost:8080/signed";

	static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

	public static SigningClient named(String clientId) {
		return new SigningClient(clientId, ecKey(clientId + "-1"));
	}

	static ECKey ecKey(String keyId) {
		try {
			return new ECKeyGenerator(Curve.P_256).keyID(keyId).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Its registration, with the key by value. */
	public Client registered(Instant now) {
		return registered(now, keys(List.of(this.key.toPublicJWK())));
	}

	Client registered(Instant now, FurtherMetadata further) {
		ClientMetadata metadata = new ClientMetadata("Signer", ApplicationType.WEB, "private_key_jwt",
				Set.of("authorization_code", "refresh_token", "client_credentials"), Set.of(REDIRECT_URI), Set.of(),
				Set.of("openid", "notes:read"), true, "RS256", "ES256", AccessTokenFormat.JWT, further);
		return new Client(this.clientId, metadata, now);
	}

	static FurtherMetadata keys(List<JWK> keys) {
		return FurtherMetadata.NONE.with(MetadataField.JWKS, new JWKSet(keys).toJSONObject());
	}

	static FurtherMetadata keysAt(String address) {
		return FurtherMetadata.of(Map.of(MetadataField.JWKS_URI, address));
	}

	Assertion assertion(Instant now) {
		return Assertion.of(this.clientId, now);
	}

	public String signed(Assertion assertion) {
		return assertion.signed(JWSAlgorithm.ES256, this.key);
	}

	/** Asks for a token of its own. */
	static Answer token(Browser machine, String assertion) {
		return machine.post("/oauth2/token", with(assertion, Form.empty().and("grant_type", "client_credentials")));
	}

	static Form with(String assertion, Form form) {
		return form.and("client_assertion_type", TYPE).and("client_assertion", assertion);
	}

}
