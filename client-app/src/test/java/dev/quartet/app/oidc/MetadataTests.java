package dev.quartet.app.oidc;

import java.util.HashMap;
import java.util.Map;

import dev.quartet.app.oauth2.AnswerRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Holds the addresses in metadata to those that are safe to use. */
class MetadataTests {

	private static final String ISSUER = "https://id.example";

	@ParameterizedTest
	@ValueSource(strings = { "https://other.example/x?a=b", "https://id.example:8443/x", "http://localhost:9000/x",
			"http://127.0.0.1/x", "http://[::1]:9000/x" })
	void acceptsTlsAndLoopback(String address) {
		assertThatNoException().isThrownBy(with("token_endpoint", address)::check);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			authorization_endpoint | http://id.example/x
			token_endpoint         | http://id.example/x
			jwks_uri               | http://id.example/x
			userinfo_endpoint      | http://id.example/x
			end_session_endpoint   | http://id.example/x
			revocation_endpoint    | http://id.example/x
			token_endpoint         | http://localhost.evil.example/x
			token_endpoint         | https://user:pass@id.example/x
			token_endpoint         | https://id.example/x#fragment
			token_endpoint         | https://id.example:99999/x
			token_endpoint         | https://id.example/{x}
			token_endpoint         | https://id.example/a b
			authorization_endpoint | https://id.example/é
			authorization_endpoint | https://id.example/x?a=b=c
			authorization_endpoint | javascript:alert(1)
			authorization_endpoint | file:///etc/passwd
			end_session_endpoint   | /relative
			jwks_uri               | ://
			""")
	void refusesEveryOtherAddress(String name, String address) {
		assertThatExceptionOfType(AnswerRefused.class).isThrownBy(with(name, address)::check)
			.satisfies((refused) -> assertThat(refused.reason()).isEqualTo("provider_misconfigured"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "authorization_endpoint", "token_endpoint", "jwks_uri" })
	void missesNoAddressThatMustBeThere(String name) {
		assertThatExceptionOfType(AnswerRefused.class).isThrownBy(with(name, 1)::check);
	}

	@Test
	void doesWithoutTheOthers() {
		assertThat(with("userinfo_endpoint", "").userinfoEndpoint()).isEmpty();
	}

	private static Metadata with(String name, Object value) {
		Map<String, Object> members = new HashMap<>(Map.of("authorization_endpoint", ISSUER + "/authorize",
				"token_endpoint", ISSUER + "/token", "jwks_uri", ISSUER + "/keys"));
		members.put(name, value);
		return new Metadata(ISSUER, members);
	}

}
