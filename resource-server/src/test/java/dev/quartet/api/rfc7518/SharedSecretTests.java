package dev.quartet.api.rfc7518;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.OtherServiceTest;
import dev.quartet.api.TestIssuer;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** RFC 7518 §3.2: which tokens convince an API that shares a secret with their issuer. */
@OtherServiceTest
class SharedSecretTests {

	private final ApiClient api;

	SharedSecretTests(ApiClient api) {
		this.api = api;
	}

	@Test
	void acceptsSubjectAndExpiryAloneWhereASettingSaysSo() {
		assertThat(api.get("/who", sign(simple(), OtherServiceTest.SECRET)).body())
			.isEqualTo("PERSON alice of https://simple.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sub", "exp" })
	void refusesEvenThereATokenWithout(String claim) {
		refuses(sign(simple().without(claim), OtherServiceTest.SECRET), claim + " is missing");
	}

	@Test
	void believesNothingThatIsWrongThere() {
		refuses(sign(simple().with("aud", "https://calendar.example"), OtherServiceTest.SECRET), "aud does not");
		refuses(sign(simple().with("exp", 1_000_000_000), OtherServiceTest.SECRET), "expired");
		refuses(sign(simple().with("iat", 33_000_000_000L), OtherServiceTest.SECRET), "iat is in the future");
		refuses(sign(simple().with("iss", "https://evil.example"), OtherServiceTest.SECRET), "iss is not");
		refuses(sign(simple().typed("logout+jwt"), OtherServiceTest.SECRET), "no access token");
	}

	@Test
	void refusesAnotherSecretAndOtherHashes() {
		refuses(sign(simple(), OtherServiceTest.STRICT_SECRET), "not signed with the secret");
		refuses(sign(simple().signedWith(JWSAlgorithm.HS512), OtherServiceTest.SECRET.repeat(2)), "not signed");
	}

	@Test
	void refusesASignatureOfAKeyWhereASecretIsExpected() {
		refuses(simple().signedWith(JWSAlgorithm.ES256).mint(), "not signed with the secret");
	}

	@Test
	void refusesTheSecretWhereAKeyIsExpected() {
		refuses(sign(TestToken.person("alice").signedWith(JWSAlgorithm.HS256), OtherServiceTest.SECRET),
				"no key of the issuer");
	}

	@Test
	void asksForAWholeAccessTokenUnlessASettingSaysOtherwise() {
		assertThat(api.get("/who", sign(whole(), OtherServiceTest.STRICT_SECRET)).status()).isEqualTo(200);
		for (String claim : new String[] { "exp", "sub", "aud", "iat", "client_id", "jti" }) {
			refuses(sign(whole().without(claim), OtherServiceTest.STRICT_SECRET), claim);
		}
		refuses(sign(whole().typed("JWT"), OtherServiceTest.STRICT_SECRET), "typ is not at+jwt");
	}

	@Test
	void tellsMachinesByTheMarkOfTheirIssuer() {
		String machine = sign(whole().with("idtyp", "app"), OtherServiceTest.STRICT_SECRET);
		assertThat(api.get("/who", machine).body()).startsWith("MACHINE alice");
		assertThat(api.get("/who", sign(whole(), OtherServiceTest.STRICT_SECRET)).body()).startsWith("PERSON alice");
	}

	private static TestToken simple() {
		TestToken token = TestToken.person("alice").signedWith(JWSAlgorithm.HS256).typed("JWT");
		for (String claim : new String[] { "iss", "aud", "iat", "nbf", "client_id", "jti", "grant_id" }) {
			token.without(claim);
		}
		return token;
	}

	private static TestToken whole() {
		return TestToken.person(TestIssuer.trusted(), "alice")
			.with("iss", OtherServiceTest.STRICT_ISSUER)
			.signedWith(JWSAlgorithm.HS256);
	}

	private static String sign(TestToken token, String secret) {
		try {
			return token.sign(new MACSigner(secret), null);
		}
		catch (JOSEException failure) {
			throw new IllegalStateException(failure);
		}
	}

	private void refuses(String token, String reason) {
		Answer answer = api.get("/who", token);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.challenge()).contains("error=\"invalid_token\"").contains(reason);
	}

}
