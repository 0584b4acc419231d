package dev.quartet.api.access;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which settings the application starts with. */
class AccessSettingsTests {

	private static final String OK = "https://example.org";

	private static final String SECRET = "a-secret-that-nobody-guesses-0123";

	@ParameterizedTest
	@CsvSource({ "http://localhost:8090, http://localhost:8090/.well-known/oauth-protected-resource",
			"https://api.example/, https://api.example/.well-known/oauth-protected-resource",
			"https://api.example/v1, https://api.example/.well-known/oauth-protected-resource/v1" })
	void putsTheMetadataBetweenHostAndPath(String resource, String metadata) {
		assertThat(AccessSettings.of(OK, resource).metadataAddress()).isEqualTo(metadata);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "localhost:9000", "ftp://example.org", "https://example.org?x=1",
			"https://example.org#x", "/path", "https:///path", "https://exa mple.org" })
	void refusesWhatIsNoWebAddress(String value) {
		refuses("quartet.api.issuer must be", "issuer=" + value);
		refuses("quartet.api.resource must be", "resource=" + value);
		if (!value.isEmpty() && !value.contains(" ")) {
			refuses("quartet.api.jwks-uri must be", "jwks-uri=" + value);
		}
	}

	@ParameterizedTest
	@CsvSource({ "clock-skew=6m, clock-skew must be between", "clock-skew=-1s, clock-skew must be between",
			"remembered-tokens=0, remembered-tokens must be", "remember-answers=2m, remember-answers must be",
			"jwt-lenient=true, jwt-lenient belongs to",
			"jwt-secret=short, QUARTET_API_JWT_SECRET) must have at least 32",
			"jwt-secret=0123456789abcdef0123456789abcde, must have at least 32 bytes" })
	void refusesWhatWouldBeUnsafe(String setting, String reason) {
		refuses(reason, setting);
	}

	@Test
	void turnsTheSingleIssuerToASharedSecretByTheSecretAlone() {
		assertThat(bind("jwt-secret=" + SECRET).trusted().toString())
			.isEqualTo("[IssuerSettings[" + OK + ", SHARED_SECRET]]");
	}

	@Test
	void trustsOnlyTheListWhenThereIsOne() {
		AccessSettings settings = bind("issuers[0].issuer=https://a.example", "issuers[1].issuer=https://b.example",
				"issuers[1].mode=introspection", "issuers[1].client-id=api", "issuers[1].client-secret=x");
		assertThat(settings.trusted()).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "issuers[0].issuer=nowhere | quartet.api.issuers[0].issuer must be",
					"issuers[0].jwks-uri=nowhere | quartet.api.issuers[0].jwks-uri must be",
					"issuers[0].secret=abc | quartet.api.issuers[0].secret belongs to mode shared-secret",
					"issuers[0].client-id=abc | quartet.api.issuers[0].client-id belongs to mode introspection",
					"issuers[0].lenient=true | quartet.api.issuers[0].lenient belongs to mode shared-secret",
					"issuers[0].machine-claim=gty | quartet.api.issuers[0].machine-claim must be",
					"issuers[0].mode=introspection | quartet.api.issuers[0].client-id is missing",
					"issuers[0].mode=shared-secret | quartet.api.issuers[0].secret must have",
					"issuers[1].issuer=https://example.org | quartet.api.issuers[1].issuer is there twice",
					"jwt-secret=a-secret-that-nobody-guesses-0123 | belong to a single issuer" })
	void namesTheFieldThatIsWrong(String setting, String reason) {
		refuses(reason, "issuers[0].issuer=" + OK, setting);
	}

	@Test
	void takesOneIssuerOnlyThatIsAskedAboutOpaqueTokens() {
		refuses("only one issuer may have mode introspection", "issuers[0].issuer=https://a.example",
				"issuers[0].mode=introspection", "issuers[0].client-id=api", "issuers[0].client-secret=x",
				"issuers[1].issuer=https://b.example", "issuers[1].mode=introspection", "issuers[1].client-id=api",
				"issuers[1].client-secret=x");
	}

	@Test
	void tellsNobodyASecret() {
		assertThat(bind("jwt-secret=" + SECRET).toString()).doesNotContain(SECRET);
		assertThat(bind("issuers[0].issuer=" + OK, "issuers[0].mode=shared-secret", "issuers[0].secret=" + SECRET)
			.toString()).doesNotContain(SECRET);
	}

	@ParameterizedTest
	@ValueSource(strings = { "jwt-secret", "issuers[0].secret", "issuers[0].client-secret" })
	void printsNoSecretWhenTheStartFails(String setting) {
		String issuer = setting.startsWith("issuers") ? "issuers[0].issuer=" + OK : "resource-name=Shop";
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind(issuer, setting + "=hush-hush"))
			.satisfies((failure) -> assertThat(failure.getProperty()).isNull())
			.havingRootCause()
			.withMessageContaining("secret")
			.withMessageNotContaining("hush");
	}

	private static void refuses(String reason, String... settings) {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind(settings))
			.havingRootCause()
			.withMessageContaining(reason);
	}

	private static AccessSettings bind(String... settings) {
		Map<String, String> all = new HashMap<>(
				Map.of("quartet.api.issuer", OK, "quartet.api.resource", "https://api.example"));
		for (String setting : settings) {
			String[] pair = setting.split("=", 2);
			all.put("quartet.api." + pair[0], pair[1]);
		}
		return new Binder(new MapConfigurationPropertySource(all)).bind("quartet.api", AccessSettings.class).get();
	}

}
