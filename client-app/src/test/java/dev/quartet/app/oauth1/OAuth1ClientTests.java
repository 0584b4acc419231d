package dev.quartet.app.oauth1;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;

import dev.quartet.app.fakes.FakeOAuth1Provider;
import dev.quartet.app.fakes.TestClock;
import dev.quartet.app.registry.OAuth1Provider;
import dev.quartet.app.registry.SignatureMethod;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Groups the three legs of RFC 5849 §2, as they go well and as they are refused. */
class OAuth1ClientTests {

	private static final URI CALLBACK = URI.create("http://localhost:8080/callback/fake?state=a%2Fb+c");

	private static final TestClock CLOCK = new TestClock();

	private static final FakeOAuth1Provider SERVER = new FakeOAuth1Provider(CLOCK);

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final JdkClientHttpRequestFactory OUTBOUND = new JdkClientHttpRequestFactory(HTTP);

	private static final TemporaryCredentials TEMPORARY = new TemporaryCredentials("temporary", "secret");

	private static final OAuth1Tokens TOKENS = new OAuth1Tokens("hers", "secret");

	private static final String UNCONFIRMED = "oauth_token=a&oauth_token_secret=b";

	private final OAuth1Provider provider = SERVER.registered(SignatureMethod.HMAC_SHA1);

	private final OAuth1Client client = new OAuth1Client(OUTBOUND, new JsonMapper(), CLOCK, new SecureRandom());

	@BeforeEach
	void begin() {
		SERVER.behave();
		SERVER.start();
	}

	@AfterAll
	static void end() {
		SERVER.stop();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAINTEXT")
	void learnsWhoSignedIn(SignatureMethod method) throws Exception {
		OAuth1Provider signedWith = SERVER.registered(method);
		TemporaryCredentials credentials = this.client.ask(signedWith, CALLBACK);
		String back = allow(this.client.authorizeAddress(signedWith, credentials));
		assertThat(back)
			.startsWith(CALLBACK + "&oauth_token=" + PercentEncoding.encode(credentials.token()) + "&oauth_verifier=");
		OAuth1Tokens tokens = this.client.redeem(signedWith, credentials, verifier(back));
		assertThat(this.client.profile(signedWith, tokens)).containsEntry("id_str", "42")
			.containsEntry("screen_name", "alice");
	}

	@Test
	void signsAnyOtherCall() throws Exception {
		TemporaryCredentials credentials = this.client.ask(this.provider, CALLBACK);
		String back = allow(this.client.authorizeAddress(this.provider, credentials));
		OAuth1Tokens tokens = this.client.redeem(this.provider, credentials, verifier(back));
		RestClient api = RestClient.builder()
			.baseUrl(this.provider.apiBaseUrl())
			.requestFactory(OUTBOUND)
			.requestInterceptor(new OAuth1Interceptor(OAuth1Keys.of(this.provider, tokens), CLOCK, new SecureRandom()))
			.build();
		assertThat(api.post()
			.uri("statuses/{name}.json?a={a}&b=&b&a1=x", "up date/é", "1+1 & ☃")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.body("status=Hello+Ladies+%2B+Gentlemen%21&a=%F0%9F%98%80&empty=&empty")
			.retrieve()
			.toBodilessEntity()
			.getStatusCode()
			.value()).isEqualTo(200);
	}

	@Test
	void keepsTheQueryOfTheAuthorizeAddress() {
		OAuth1Provider odd = new OAuth1Provider("odd", "Odd", this.provider.credentials(), "https://odd.example",
				"https://odd.example/ask", "https://odd.example/authorize?lang=de", "https://odd.example/redeem",
				"https://odd.example/", "me", this.provider.profile(), SignatureMethod.PLAINTEXT, null);
		assertThat(this.client.authorizeAddress(odd, new TemporaryCredentials("a b&c", "")))
			.hasToString("https://odd.example/authorize?lang=de&oauth_token=a%20b%26c");
	}

	@ParameterizedTest
	@ValueSource(strings = { UNCONFIRMED, UNCONFIRMED + "&oauth_callback_confirmed=false",
			UNCONFIRMED + "&oauth_callback_confirmed=" })
	void refusesAProviderThatDoesNotConfirmTheCallback(String answer) {
		SERVER.answers(FakeOAuth1Provider.ASK, 200, answer);
		refuses("callback_not_confirmed", this::ask);
	}

	@ParameterizedTest
	@ValueSource(ints = { 201, 204, 302, 307, 400, 401, 404, 429 })
	void takesNothingButAnOkForAnAnswer(int status) {
		for (String path : new String[] { FakeOAuth1Provider.ASK, FakeOAuth1Provider.REDEEM,
				FakeOAuth1Provider.PROFILE }) {
			SERVER.answers(path, status, (status == 204) ? "" : UNCONFIRMED + "&oauth_callback_confirmed=true");
		}
		refuses("temporary_credentials_refused", this::ask);
		refuses("verifier_refused", this::redeem);
		refuses("profile_refused", this::profile);
	}

	@Test
	void saysWhatTheProviderFoundWrong() {
		assertThatExceptionOfType(OAuth1Refused.class).isThrownBy(this::redeem)
			.withMessage("The provider answered 401 signature_invalid");
		SERVER.answers(FakeOAuth1Provider.REDEEM, 400, "oauth_problem=verifier_invalid&oauth_problem_advice=Retry");
		assertThatExceptionOfType(OAuth1Refused.class).isThrownBy(this::redeem)
			.withMessage("The provider answered 400 verifier_invalid");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " " })
	void redeemsNothingWithoutAVerifier(@Nullable String verifier) {
		SERVER.stop();
		refuses("verifier_refused", () -> this.client.redeem(this.provider, TEMPORARY, verifier));
	}

	@Test
	void isRefusedWithAnotherVerifierAndWithTheSameTwice() throws Exception {
		TemporaryCredentials credentials = this.client.ask(this.provider, CALLBACK);
		String verifier = verifier(allow(this.client.authorizeAddress(this.provider, credentials)));
		this.client.redeem(this.provider, credentials, verifier);
		refuses("verifier_refused", () -> this.client.redeem(this.provider, credentials, verifier));
		allow(this.client.authorizeAddress(this.provider, credentials));
		refuses("verifier_refused", () -> this.client.redeem(this.provider, credentials, "another"));
	}

	@Test
	void isRefusedWithAnUnknownTokenOrTooLate() {
		refuses("profile_refused", this::profile);
		TestClock late = new TestClock();
		late.forward(Duration.ofHours(1));
		OAuth1Client slow = new OAuth1Client(OUTBOUND, new JsonMapper(), late, new SecureRandom());
		refuses("temporary_credentials_refused", () -> slow.ask(this.provider, CALLBACK));
	}

	@Test
	void asksNothingInPlaintextWithoutTls() {
		SERVER.stop();
		OAuth1Provider plain = SERVER.registered(SignatureMethod.PLAINTEXT);
		refuses("plaintext_without_tls", () -> this.client.ask(plain, CALLBACK));
		refuses("plaintext_without_tls", () -> this.client.redeem(plain, TEMPORARY, "verifier"));
		refuses("plaintext_without_tls", () -> this.client.profile(plain, TOKENS));
	}

	@ParameterizedTest
	@CsvSource({ "''", "<html>", "oauth_token=a", "oauth_token=&oauth_token_secret=b",
			"oauth_token=a&oauth_token_secret=", "oauth_token=a&oauth_token=a&oauth_token_secret=b",
			"oauth_token=%zz&oauth_token_secret=b", "oauth_token=%FF&oauth_token_secret=b",
			"'{\"oauth_token\":\"a\"}'" })
	void refusesAnAnswerThatIsNoForm(String answer) {
		SERVER.answers(FakeOAuth1Provider.ASK, 200, answer + "&oauth_callback_confirmed=true");
		SERVER.answers(FakeOAuth1Provider.REDEEM, 200, answer);
		refuses("answer_unreadable", this::ask);
		refuses("answer_unreadable", this::redeem);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "\"alice\"", "{", "{} {}", "<html>" })
	void refusesAProfileThatIsNoObject(String answer) {
		SERVER.answers(FakeOAuth1Provider.PROFILE, 200, answer);
		refuses("answer_unreadable", this::profile);
	}

	@Test
	void refusesAnswersAndTokensThatAreTooLong() {
		String filler = "&filler=" + "x".repeat(64 * 1024);
		SERVER.answers(FakeOAuth1Provider.ASK, 200, UNCONFIRMED + "&oauth_callback_confirmed=true" + filler);
		SERVER.answers(FakeOAuth1Provider.REDEEM, 200, "oauth_token=" + "a".repeat(2049) + "&oauth_token_secret=b");
		SERVER.answers(FakeOAuth1Provider.PROFILE, 200, "{\"a\":\"" + filler + "\"}");
		refuses("answer_unreadable", this::ask);
		refuses("answer_unreadable", this::redeem);
		refuses("answer_unreadable", this::profile);
	}

	@Test
	void tellsAProviderThatIsDownFromOneThatRefuses() {
		SERVER.answers(FakeOAuth1Provider.PROFILE, 503, "x".repeat(70_000));
		assertThatExceptionOfType(OAuth1Unreachable.class).isThrownBy(this::profile);
		SERVER.stop();
		assertThatExceptionOfType(OAuth1Unreachable.class).isThrownBy(this::ask);
		assertThatExceptionOfType(OAuth1Unreachable.class).isThrownBy(this::redeem);
		assertThatExceptionOfType(OAuth1Unreachable.class).isThrownBy(this::profile);
	}

	private void ask() {
		this.client.ask(this.provider, CALLBACK);
	}

	private void redeem() {
		this.client.redeem(this.provider, TEMPORARY, "verifier");
	}

	private void profile() {
		this.client.profile(this.provider, TOKENS);
	}

	private static void refuses(String reason, ThrowingCallable call) {
		assertThatExceptionOfType(OAuth1Refused.class).isThrownBy(call)
			.extracting((refusal) -> refusal.reason().code())
			.isEqualTo(reason);
	}

	/** Lets the person allow, and gives the address to which she comes back. */
	private static String allow(URI address) throws IOException, InterruptedException {
		return HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
			.headers()
			.firstValue("Location")
			.orElseThrow();
	}

	private static String verifier(String back) {
		return back.substring(back.indexOf("oauth_verifier=") + "oauth_verifier=".length());
	}

}
