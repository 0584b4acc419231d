package dev.quartet.auth.seed;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Says where the demo may run. */
class DemoIsLocalTests {

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:9000", "https://localhost", "http://127.0.0.1:9000",
			"http://127.9.8.7/auth", "http://[::1]:9000" })
	void allowsLoopback(String issuer) {
		assertThatNoException().isThrownBy(() -> start(issuer));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://id.example", "http://localhost.example", "http://127.0.0.1.example",
			"http://127.1.example", "http://10.0.0.1", "http://0.0.0.0:9000", "http://[::]:9000", "localhost:9000",
			"http://example/localhost", "http://localhost@id.example" })
	void refusesEverywhereElse(String issuer) {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class).isThrownBy(() -> start(issuer))
			.withMessageContaining("quartet.issuer");
	}

	private static void start(String issuer) {
		new DemoIsLocal(new SeedSettings(URI.create(issuer), List.of()));
	}

}
