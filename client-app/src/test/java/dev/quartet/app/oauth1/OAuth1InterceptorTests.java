package dev.quartet.app.oauth1;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;

import dev.quartet.app.registry.Credentials;
import dev.quartet.app.registry.SignatureMethod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Groups what a signed request carries (RFC 5849 §3.1, §3.3 to §3.5.1). */
class OAuth1InterceptorTests {

	private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(137131200), ZoneOffset.UTC);

	private static final Credentials CONSUMER = new Credentials("our key", "our secret");

	private static final OAuth1Tokens TOKENS = new OAuth1Tokens("hers/+", "her secret");

	private static final String FORM = "b=2&a=%20";

	@Test
	void putsTheParametersIntoTheHeader() {
		assertThat(signed(SignatureMethod.PLAINTEXT, "https://api.example/me", null, ""))
			.matches("OAuth oauth_consumer_key=\"our%20key\", oauth_token=\"hers%2F%2B\","
					+ " oauth_signature_method=\"PLAINTEXT\", oauth_timestamp=\"137131200\","
					+ " oauth_nonce=\"[0-9a-f]{32}\", oauth_version=\"1.0\","
					+ " oauth_signature=\"our%2520secret%26her%2520secret\"");
	}

	@Test
	void takesANewNonceForEachCall() {
		Set<String> nonces = new HashSet<>();
		for (int call = 0; call < 100; call++) {
			nonces.add(signed(SignatureMethod.PLAINTEXT, "https://api.example/me", null, ""));
		}
		assertThat(nonces).hasSize(100);
	}

	@Test
	void coversTheQuery() {
		assertThat(signature("http://api.example/me?a=1", null, ""))
			.isNotEqualTo(signature("http://api.example/me?a=2", null, ""));
	}

	@Test
	void coversAForm() {
		MediaType form = MediaType.parseMediaType("application/x-www-form-urlencoded;charset=UTF-8");
		assertThat(signature("http://api.example/me", form, FORM))
			.isNotEqualTo(signature("http://api.example/me", form, ""))
			.isEqualTo(signature("http://api.example/me?a=+", form, "b=2"));
	}

	@Test
	void coversNoOtherBody() {
		String without = signature("http://api.example/me", null, "");
		assertThat(signature("http://api.example/me", null, FORM)).isEqualTo(without);
		assertThat(signature("http://api.example/me", MediaType.APPLICATION_JSON, FORM)).isEqualTo(without);
		assertThat(signature("http://api.example/me", MediaType.MULTIPART_FORM_DATA, FORM)).isEqualTo(without);
	}

	@Test
	void refusesARequestWithProtocolParametersOfItsOwn() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> signature("http://api.example/me?oauth%5Fnonce=1", null, ""));
		assertThatIllegalArgumentException().isThrownBy(
				() -> signature("http://api.example/me", MediaType.APPLICATION_FORM_URLENCODED, "oauth_signature=1"));
	}

	@Test
	void sendsPlaintextOverTlsOnly() {
		assertThatExceptionOfType(OAuth1Refused.class)
			.isThrownBy(() -> signed(SignatureMethod.PLAINTEXT, "http://localhost/me", null, ""))
			.extracting((refusal) -> refusal.reason().code())
			.isEqualTo("plaintext_without_tls");
	}

	@Test
	void hidesSecrets() {
		OAuth1Keys keys = new OAuth1Keys(SignatureMethod.HMAC_SHA1, CONSUMER, TOKENS, null);
		assertThat(keys + " " + TOKENS + " " + new TemporaryCredentials("hers", "her secret") + " "
				+ Parameter.of("a", "her secret"))
			.doesNotContain("secret", "hers");
	}

	@Test
	void knowsItsCallbackByTheToken() {
		TemporaryCredentials credentials = new TemporaryCredentials("hers", "her secret");
		assertThat(credentials.isNamed("hers")).isTrue();
		assertThat(credentials.isNamed("his")).isFalse();
		assertThat(credentials.isNamed(null)).isFalse();
	}

	/** The signature with one nonce for all. */
	private static String signature(String address, @Nullable MediaType type, String body) {
		SecureRandom constant = new SecureRandom() {
			@Override
			public void nextBytes(byte[] bytes) {
				// Leaves them as they are.
			}
		};
		String header = signed(SignatureMethod.HMAC_SHA256, address, type, body, constant);
		return header.substring(header.indexOf("oauth_signature="));
	}

	private static String signed(SignatureMethod method, String address, @Nullable MediaType type, String body) {
		return signed(method, address, type, body, new SecureRandom());
	}

	private static String signed(SignatureMethod method, String address, @Nullable MediaType type, String body,
			SecureRandom random) {
		MockClientHttpRequest request = new MockClientHttpRequest(HttpMethod.POST, URI.create(address));
		request.getHeaders().setContentType(type);
		request.getHeaders().setBearerAuth("replaced");
		OAuth1Keys keys = new OAuth1Keys(method, CONSUMER, TOKENS, null);
		try {
			new OAuth1Interceptor(keys, CLOCK, random).intercept(request, body.getBytes(StandardCharsets.UTF_8),
					(sent, bytes) -> new MockClientHttpResponse(new byte[0], HttpStatus.OK));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		assertThat(request.getHeaders().get("Authorization")).hasSize(1);
		return String.valueOf(request.getHeaders().getFirst("Authorization"));
	}

}
