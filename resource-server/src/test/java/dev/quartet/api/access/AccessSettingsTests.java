package dev.quartet.api.access;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Which settings the application starts with. */
class AccessSettingsTests {

	private static final String OK = "https://example.org";

	private static final Duration SKEW = Duration.ofSeconds(30);

	@ParameterizedTest
	@CsvSource({ "http://localhost:8090, http://localhost:8090/.well-known/oauth-protected-resource",
			"https://api.example/, https://api.example/.well-known/oauth-protected-resource",
			"https://api.example/v1, https://api.example/.well-known/oauth-protected-resource/v1" })
	void putsTheMetadataBetweenHostAndPath(String resource, String metadata) {
		assertThat(new AccessSettings(OK, resource, null, SKEW).metadataAddress()).isEqualTo(metadata);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "localhost:9000", "ftp://example.org", "https://example.org?x=1",
			"https://example.org#x", "/path", "https:///path" })
	void refusesWhatIsNoWebAddress(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> new AccessSettings(value, OK, null, SKEW))
			.withMessageContaining("quartet.api.issuer");
		assertThatIllegalArgumentException().isThrownBy(() -> new AccessSettings(OK, value, null, SKEW))
			.withMessageContaining("quartet.api.resource");
		assertThatIllegalArgumentException().isThrownBy(() -> new AccessSettings(OK, OK, URI.create(value), SKEW))
			.withMessageContaining("quartet.api.jwks-uri");
	}

	@Test
	void refusesASkewThatWouldKeepExpiredTokensAlive() {
		assertThatIllegalArgumentException().isThrownBy(() -> new AccessSettings(OK, OK, null, Duration.ofMinutes(6)));
		assertThatIllegalArgumentException().isThrownBy(() -> new AccessSettings(OK, OK, null, Duration.ofSeconds(-1)));
	}

}
