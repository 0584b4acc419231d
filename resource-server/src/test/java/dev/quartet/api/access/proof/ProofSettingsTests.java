package dev.quartet.api.access.proof;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Which settings the application starts with. */
class ProofSettingsTests {

	private static final String SECRET = "0123456789abcdef0123456789abcdef";

	private static final List<String> PROXIES = List.of("10.0.0.0/8", "::1");

	@Test
	void refusesNoncesWithoutALongSecret() {
		for (String secret : new String[] { "", SECRET.substring(1) }) {
			assertThatIllegalArgumentException().isThrownBy(() -> settings(30, 1, true, secret))
				.withMessageContaining("QUARTET_API_NONCE_SECRET");
		}
		assertThat(settings(30, 1, true, SECRET)).hasToString(settings(30, 1, true, SECRET + "x").toString());
		assertThat(settings(30, 1, true, SECRET).toString()).doesNotContain(SECRET);
	}

	@Test
	void refusesAWindowThatIsNoneOrLong() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(0, 1, false, ""));
		assertThatIllegalArgumentException().isThrownBy(() -> settings(-1, 1, false, ""));
		assertThatIllegalArgumentException().isThrownBy(() -> settings(301, 1, false, ""));
		assertThatIllegalArgumentException().isThrownBy(() -> settings(30, 0, false, ""));
	}

	@Test
	void refusesATotalThatIsLessThanOneKeyMayHave() {
		assertThatNoException().isThrownBy(() -> settings(30, 10_000, false, ""));
		assertThatIllegalArgumentException().isThrownBy(() -> settings(30, 10_001, false, ""))
			.withMessageContaining("QUARTET_API_DPOP_PER_SECOND");
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost:8090", "ftp://api.example", "https://api.example?x", "https://api.example#x",
			"https://a@api.example", "/path", "https:///x" })
	void refusesABaseThatIsNoWebAddress(String base) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Addresses(List.of(URI.create(base))))
			.withMessageContaining("quartet.api.dpop.bases");
	}

	@Test
	void refusesAHeaderThatAnybodyMaySend() {
		assertThatIllegalArgumentException().isThrownBy(() -> new CertificateSettings(true, "Client-Cert", List.of()))
			.withMessageContaining("proxies");
		assertThatIllegalArgumentException().isThrownBy(() -> new CertificateSettings(true, "", PROXIES));
		for (String proxies : new String[] { "0.0.0.0/0", "::/0", "proxy.example", "10.0.0.0/33", "x", "" }) {
			assertThatIllegalArgumentException().as(proxies)
				.isThrownBy(() -> new CertificateSettings(true, "Client-Cert", List.of(proxies)));
		}
	}

	@Test
	void refusesAHeaderWhereTheRemoteAddressIsAClaim() {
		ProofConfiguration configuration = new ProofConfiguration();
		CertificateSettings header = new CertificateSettings(true, "Client-Cert", PROXIES);
		MockEnvironment environment = new MockEnvironment();
		assertThatIllegalArgumentException().isThrownBy(() -> configuration.clientCertificates(header, environment))
			.withMessageContaining("server.forward-headers-strategy");
		environment.setProperty("server.forward-headers-strategy", "native");
		assertThatIllegalArgumentException().isThrownBy(() -> configuration.clientCertificates(header, environment));
		for (String known : new String[] { "none", "framework", "FRAMEWORK" }) {
			environment.setProperty("server.forward-headers-strategy", known);
			assertThatNoException().isThrownBy(() -> configuration.clientCertificates(header, environment));
		}
	}

	private static ProofSettings settings(int seconds, int perKey, boolean nonce, String secret) {
		return new ProofSettings(true, Duration.ofSeconds(seconds), List.of(), perKey, 10_000, nonce, secret);
	}

}
