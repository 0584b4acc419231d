package dev.quartet.app.oidc;

import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.registry.Credentials;
import dev.quartet.app.registry.OidcProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Knows the issuers of a provider whose tenants have one each, as Microsoft's do. */
class TenantsTests {

	private static final String TENANT = "9188040d-6c67-4c5b-b112-36a304b66dad";

	private static final String OTHER = "72f988bf-86f1-41af-91ab-2d7cd011db47";

	private static final String HOST = "https://login.example/";

	private static final OidcProvider PROVIDER = new OidcProvider("many", "Many", new Credentials("app", "hush"),
			HOST + "common/v2.0/.well-known/openid-configuration", HOST + "{tenantid}/v2.0", List.of("openid"), null,
			null, false, Map.of());

	@Test
	void acceptsTheIssuerOfTheTenantThatTheTokenNames() {
		assertThatNoException()
			.isThrownBy(() -> IdTokens.checkParties(PROVIDER, claims(HOST + TENANT + "/v2.0", TENANT)));
	}

	@ParameterizedTest
	@CsvSource({ HOST + TENANT + "/v2.0, " + OTHER, HOST + TENANT + "/v2.0,", HOST + "common/v2.0, common",
			HOST + "../v2.0, ..", HOST + TENANT + "/v1.0, " + TENANT,
			"https://evil.example/" + TENANT + "/v2.0, " + TENANT })
	void refusesEveryOtherIssuer(String issuer, String tenant) {
		assertThatExceptionOfType(AnswerRefused.class)
			.isThrownBy(() -> IdTokens.checkParties(PROVIDER, claims(issuer, tenant)))
			.withMessageContaining("id_token_issuer");
	}

	@Test
	void isNamedByEachTenant() {
		assertThat(PROVIDER.isNamed(HOST + TENANT + "/v2.0")).isTrue();
		assertThat(PROVIDER.isNamed(HOST + OTHER + "/v2.0")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", HOST, HOST + "common/v2.0", HOST + "{tenantid}/v2.0", HOST + TENANT + "/v2.0/",
			"https://login-example/" + TENANT + "/v2.0", "https://evil.example/" + TENANT + "/v2.0" })
	void isNamedByNothingElse(String issuer) {
		assertThat(PROVIDER.isNamed(issuer)).isFalse();
	}

	private static JWTClaimsSet claims(String issuer, String tenant) {
		return new JWTClaimsSet.Builder().issuer(issuer)
			.audience("app")
			.subject("somebody")
			.claim("tid", tenant)
			.build();
	}

}
