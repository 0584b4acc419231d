package dev.quartet.auth.rfc7523;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says which signatures make an assertion worth anything (RFC 7523 §3, RFC 8725 §3.1).
 */
@QuartetServer
class AssertionSignatureTests {

	private static final SigningClient CLIENT = SigningClient.named("key-signer");

	private final Flows flows;

	private final Clients clients;

	private final MovableClock clock;

	AssertionSignatureTests(@Autowired Flows flows, @Autowired Clients clients, @Autowired MovableClock clock) {
		this.flows = flows;
		this.clients = clients;
		this.clock = clock;
	}

	@BeforeEach
	void registerTheClient() {
		this.clients.save(CLIENT.registered(this.clock.instant()));
	}

	@AfterEach
	void forgetTheClient() {
		this.clients.deleteById(CLIENT.clientId());
	}

	@Test
	void refusesAnUnsignedAssertion() {
		assertRefused(token(CLIENT.assertion(this.clock.instant()).unsigned()));
	}

	@Test
	void refusesAPublicKeyThatIsTakenForASecret() throws JOSEException {
		byte[] known = CLIENT.key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
		assertRefused(token(CLIENT.assertion(this.clock.instant())
			.signed(JWSAlgorithm.HS256, "key-signer-1", new MACSigner(known))));
	}

	@Test
	void refusesAStrangersSignature() {
		assertRefused(token(new SigningClient("key-signer", SigningClient.ecKey("key-signer-1"))
			.signed(CLIENT.assertion(this.clock.instant()))));
	}

	@Test
	void acceptsEachAlgorithmUnlessTheClientChoseOne() throws JOSEException, GeneralSecurityException {
		RSAKey rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
		KeyPair pair = Assertion.ed25519();
		List<JWK> keys = List.of(CLIENT.key().toPublicJWK(), rsa.toPublicJWK(), Assertion.publicKey(pair, "ed"));
		Instant now = this.clock.instant();
		this.clients.save(CLIENT.registered(now, SigningClient.keys(keys)));
		assertThat(token(good()).status()).isEqualTo(200);
		assertThat(token(CLIENT.assertion(now).signed(JWSAlgorithm.RS256, rsa)).status()).isEqualTo(200);
		assertThat(token(CLIENT.assertion(now).signed(JWSAlgorithm.PS256, rsa)).status()).isEqualTo(200);
		assertThat(token(CLIENT.assertion(now).signedByEd25519("ed", pair.getPrivate())).status()).isEqualTo(200);
		assertRefused(token(CLIENT.assertion(now).signedByEd25519("ed", Assertion.ed25519().getPrivate())));
		assertRefused(token(CLIENT.assertion(now).signed(JWSAlgorithm.RS512, rsa)));
		this.clients.save(CLIENT.registered(now,
				SigningClient.keys(keys).with(MetadataField.TOKEN_ENDPOINT_AUTH_SIGNING_ALG, "PS256")));
		assertThat(token(CLIENT.assertion(now).signed(JWSAlgorithm.PS256, rsa)).status()).isEqualTo(200);
		assertRefused(token(CLIENT.assertion(now).signed(JWSAlgorithm.RS256, rsa)));
		assertRefused(token(good()));
	}

	@Test
	void followsAChangedKeyAtOnce() {
		SigningClient changed = new SigningClient("key-signer", SigningClient.ecKey("key-signer-2"));
		assertRefused(token(changed.signed(CLIENT.assertion(this.clock.instant()))));
		this.clients.save(changed.registered(this.clock.instant()));
		assertThat(token(changed.signed(CLIENT.assertion(this.clock.instant()))).status()).isEqualTo(200);
		assertRefused(token(good()));
	}

	@Test
	void refusesAnAssertionWhereTheClientIsKnownByASecret() {
		Assertion assertion = Assertion.of("quartet-machine", this.clock.instant());
		assertRefused(token(CLIENT.signed(assertion)));
	}

	@Test
	void refusesASecretWhereTheClientIsKnownByItsKey() {
		TestClient guess = new TestClient("key-signer", "a-guess-that-nobody-made", "", "");
		assertRefused(this.flows.browser()
			.post("/oauth2/token", Form.empty().and("grant_type", "client_credentials"), guess.basic()));
		assertRefused(this.flows.browser()
			.post("/oauth2/token",
					Form.empty().and("grant_type", "client_credentials").and("client_id", "key-signer")));
	}

	private String good() {
		return CLIENT.signed(CLIENT.assertion(this.clock.instant()));
	}

	private Answer token(String assertion) {
		return SigningClient.token(this.flows.browser(), assertion);
	}

	private static void assertRefused(Answer answer) {
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.json("error")).isEqualTo("invalid_client");
	}

}
