package dev.quartet.api.rfc8725;

import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.OtherServiceTest;
import dev.quartet.api.TestIntrospection;
import dev.quartet.api.TestIssuer;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** RFC 8725 §3.8: that each of several issuers speaks for itself alone. */
@OtherServiceTest
class SeveralIssuersTests {

	private final ApiClient api;

	SeveralIssuersTests(ApiClient api) {
		this.api = api;
	}

	@Test
	void refusesATokenThatAnotherTrustedIssuerHasSigned() throws JOSEException {
		ECKey others = OtherServiceTest.LATE.keys().ec();
		refuses(alice().mint(OtherServiceTest.LATE.keys()), "no key of the issuer");
		refuses(alice().sign(new ECDSASigner(others), others.getKeyID()), "no key of the issuer");
		refuses(alice().sign(new ECDSASigner(others), null), "no key of the issuer");
	}

	@Test
	void refusesAKeyWhereTheIssuerSharesASecretOrIsAsked() {
		refuses(alice().with("iss", OtherServiceTest.STRICT_ISSUER).mint(), "not signed with the secret");
		refuses(alice().with("iss", TestIntrospection.trusted().url()).mint(), "not active");
	}

	@Test
	void refusesSeveralIssuersInOneToken() {
		refuses(alice().with("iss", List.of(TestIssuer.trusted().url())).mint(), "iss is not");
		refuses(alice().with("iss", List.of(TestIssuer.trusted().url(), OtherServiceTest.STRICT_ISSUER)).mint(),
				"iss is not");
		refuses(alice().with("iss", "").mint(), "iss is not");
		refuses(alice().with("iss", TestIssuer.trusted().url() + "/").mint(), "iss is not");
	}

	@Test
	void refusesATokenOfNoIssuerThatAKeyHasSigned() {
		refuses(alice().without("iss").mint(), "not signed with the secret");
	}

	private static TestToken alice() {
		return TestToken.person("alice");
	}

	private void refuses(String token, String reason) {
		Answer answer = api.get("/who", token);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.challenge()).startsWith("Bearer error=\"invalid_token\"").contains(reason);
	}

}
