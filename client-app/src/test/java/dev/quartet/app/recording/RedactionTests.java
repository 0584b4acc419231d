package dev.quartet.app.recording;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds that nothing is kept that somebody could use. */
class RedactionTests {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$'()*+,;:@/? %\"é";

	private static final List<String> NAMES = List.of("code", "code_verifier", "client_secret", "access_token",
			"refresh_token", "id_token", "id_token_hint", "client_assertion", "token", "device_code", "password",
			"oauth_token", "oauth_token_secret", "oauth_verifier", "oauth_signature", "session_key", "xAccessToken",
			"apikey", "PHPSESSION_COOKIE", "registration_access_token");

	private final Batch batch = new Batch("recording", MAPPER);

	private final Redaction redaction = this.batch.redaction();

	private final HeaderParts headers = new HeaderParts(this.redaction);

	@ParameterizedTest
	@MethodSource("secrets")
	void keepsNoSecretWhereverItStands(String secret) {
		StringBuilder kept = new StringBuilder();
		for (String name : NAMES) {
			kept.append(json(this.redaction.parameters(Map.of(name, List.of(secret)))));
			kept.append(json(this.redaction.form(name + "=" + encoded(secret) + "&state=x")));
			kept.append(json(this.batch.body(
					MAPPER.writeValueAsBytes(Map.of("a", Map.of(name, secret), "b", List.of(Map.of(name, secret)))))));
			kept.append(json(this.batch.body(MAPPER.writeValueAsBytes(Map.of(name, List.of(secret))))));
			kept.append(json(this.batch.body(MAPPER.writeValueAsBytes(Map.of(name, Map.of("inner", secret))))));
			kept.append(header("Location", "https://app.example/back?" + name + "=" + encoded(secret)));
			kept.append(header("Location", "/back#" + name + "=" + encoded(secret)));
		}
		assertThat(kept.toString()).doesNotContain(forms(secret));
	}

	@ParameterizedTest
	@MethodSource("secrets")
	void keepsNoSecretOfAHeader(String secret) {
		StringBuilder kept = new StringBuilder();
		kept.append(header("Authorization", "Basic " + base64("app:" + encoded(secret))));
		kept.append(header("Authorization", "Basic " + base64("app:" + secret)));
		kept.append(header("Authorization", "Basic " + secret));
		kept.append(header("Authorization", "Bearer " + secret));
		kept.append(header("Authorization", "DPoP " + secret));
		kept.append(header("Authorization", "Digest " + secret));
		kept.append(header("Authorization", secret.replace(" ", "")));
		kept.append(header("Authorization",
				"OAuth oauth_token=\"%s\", oauth_signature=\"%s\"".formatted(encoded(secret), encoded(secret))));
		kept.append(header("Cookie", "SESSION=" + secret));
		kept.append(header("Set-Cookie", "SESSION=" + secret));
		kept.append(header("X-Api-Key", secret));
		assertThat(kept.toString()).doesNotContain(forms(secret))
			.doesNotContain(base64("app:" + encoded(secret)), base64("app:" + secret));
	}

	@ParameterizedTest
	@MethodSource("secrets")
	void findsASecretAgainInAServersOwnWords(String secret) {
		this.redaction.part("code", secret);
		String echo = "No such code: " + secret + ", " + encoded(secret) + " or " + base64(secret);
		String kept = json(this.batch.body(MAPPER.writeValueAsBytes(Map.of("error_description", echo))))
				+ this.redaction.address("https://provider.example/" + encoded(secret) + "?x=1")
				+ header("WWW-Authenticate", "Bearer error_description=\"" + encoded(secret) + "\"");
		assertThat(kept).doesNotContain(forms(secret));
	}

	@Test
	void showsATokenWithoutItsSignature() {
		String signature = "c2lnbmF0dXJlLW9mLXRoZS10b2tlbg";
		String token = base64url("{\"alg\":\"RS256\"}") + "." + base64url("{\"sub\":\"alice\"}") + "." + signature;
		Value value = this.redaction.value("id_token", token);
		assertThat(json(value)).contains("RS256", "alice").doesNotContain(signature, token);
		assertThat(this.redaction.text("Not good: " + token)).doesNotContain(signature);
		assertThat(json(this.redaction.value("state", token))).doesNotContain(signature);
		assertThat(json(this.batch.body(token.getBytes(StandardCharsets.UTF_8)))).contains("alice")
			.doesNotContain(signature);
	}

	@Test
	void showsNothingOfAnAccessTokenThatNobodySigned() {
		String token = base64url("{\"alg\":\"none\"}") + "." + base64url("{\"sub\":\"alice\"}") + ".";
		assertThat(json(this.redaction.value("access_token", token))).doesNotContain("alice");
		assertThat(json(this.redaction.value("id_token", token))).contains("alice");
	}

	@Test
	void recognisesTheSameSecretWithinOneRecordingOnly() {
		String secret = "a-code-that-comes-twice";
		assertThat(this.redaction.hide("code", secret)).isEqualTo(this.redaction.hide("code", secret))
			.isNotEqualTo(new Redaction("another", MAPPER).hide("code", secret));
		assertThat(this.redaction.hide("password", "hunter2")).isEqualTo(new Hidden("password", 0, ""));
	}

	@Test
	void keepsThePrivatePartOfNoKey() {
		byte[] keys = "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"public\",\"d\":\"private-part\",\"p\":\"first-prime\"}]}"
			.getBytes(StandardCharsets.UTF_8);
		assertThat(json(this.batch.body(keys))).contains("public").doesNotContain("private-part", "first-prime");
	}

	@Test
	void keepsNoPasswordOfAnAddress() {
		assertThat(this.redaction.address("https://user:hunter2@provider.example/token?code=abc#x"))
			.isEqualTo("https://provider.example/token");
	}

	@ParameterizedTest
	@ValueSource(strings = { "token_endpoint", "token_type", "token_endpoint_auth_methods_supported",
			"backchannel_logout_session_supported", "oauth_signature_method", "oauth_callback_confirmed", "at_hash",
			"client_assertion_type", "sub", "state", "nonce", "code_challenge" })
	void showsWhatIsNoSecret(String name) {
		assertThat(this.redaction.value(name, "shown").text()).isEqualTo("shown");
	}

	@Test
	void keepsNothingThatItCannotRead() {
		assertThat(json(this.batch.body("<p>Your code is 12345</p>".getBytes(StandardCharsets.UTF_8))))
			.contains("UNREADABLE")
			.doesNotContain("12345");
		assertThat(json(this.batch.body("{\"broken\":\"json".getBytes(StandardCharsets.UTF_8)))).contains("UNREADABLE")
			.doesNotContain("broken");
	}

	@Test
	void keepsNoLongContent() {
		assertThat(json(this.batch.body(new byte[Contents.MOST_BYTES + 1]))).contains("LONG");
		assertThat(json(this.batch
			.body(("[" + "1,".repeat(10) + "{}" + ",{\"a\":1}".repeat(1000) + "]").getBytes(StandardCharsets.UTF_8))))
			.contains("MANY")
			.hasSizeLessThan(30_000);
	}

	static Stream<String> secrets() {
		Random random = new Random(6749);
		return Stream.concat(Stream.generate(() -> random(random)).limit(60),
				Stream.of("s3cret:with/odd+characters", "quartet-app-demo-secret", "eyJub3QuYS5qd3Q.x.y"));
	}

	private static String random(Random random) {
		StringBuilder secret = new StringBuilder("Z");
		int length = 12 + random.nextInt(60);
		for (int index = 0; index < length; index++) {
			secret.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
		}
		return secret.append("9").toString();
	}

	private static String[] forms(String secret) {
		return new String[] { secret, encoded(secret), encoded(secret).replace("+", "%20"), base64(secret),
				base64url(secret), escaped(secret) };
	}

	private String header(String name, String value) {
		HttpHeaders http = new HttpHeaders();
		http.set(name, value);
		return json(this.headers.asked(http)) + json(this.headers.answered(http));
	}

	private static String escaped(String value) {
		String quoted = MAPPER.writeValueAsString(value);
		return quoted.substring(1, quoted.length() - 1);
	}

	private static String json(@Nullable Object value) {
		return MAPPER.writeValueAsString(value);
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	private static String base64(String value) {
		return Base64.getEncoder().withoutPadding().encodeToString(value.getBytes(StandardCharsets.UTF_8));
	}

	private static String base64url(String value) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(value.getBytes(StandardCharsets.UTF_8));
	}

}
