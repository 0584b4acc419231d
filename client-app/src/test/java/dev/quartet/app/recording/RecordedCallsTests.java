package dev.quartet.app.recording;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Holds that calls are written down without changing them. */
class RecordedCallsTests {

	private static final SampleProvider PROVIDER = new SampleProvider();

	private final Batches batches = new Batches(JsonMapper.builder().build());

	private final Batch batch = new Batch("recording", JsonMapper.builder().build());

	private final ClientHttpRequestFactory calls = new RecordedCalls(this.batches,
			new ApiAddress(PROVIDER.url() + "/api"), Clock.systemUTC())
		.around(new JdkClientHttpRequestFactory());

	private final RestClient http = RestClient.builder().requestFactory(this.calls).build();

	@AfterAll
	static void stop() {
		PROVIDER.close();
	}

	@Test
	void writesDownWhatWasSentAndAnswered() {
		PROVIDER.on("/token", 400, Map.of("Content-Type", "application/json", "Retry-After", "7", "Set-Cookie", "a=b"),
				"{\"error\":\"invalid_grant\"}");
		String answer = recorded(() -> this.http.post()
			.uri(PROVIDER.url() + "/token?x=1")
			.header("Accept", "application/json")
			.body("grant_type=authorization_code&code=abcdefgh")
			.exchange((request, response) -> new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
		assertThat(answer).isEqualTo("{\"error\":\"invalid_grant\"}");
		Message message = this.batch.messages().get(0);
		assertThat(message.to()).isEqualTo(Party.PROVIDER);
		assertThat(message.method()).isEqualTo("POST");
		assertThat(message.address()).isEqualTo(PROVIDER.url() + "/token");
		assertThat(message.query()).containsExactly(new Part("x", Value.text("1")));
		assertThat(message.headers()).extracting(Part::name).containsExactly("Content-Type", "Accept");
		assertThat(message.micros()).isPositive();
		assertThat(message.answer()).isNotNull().satisfies((given) -> {
			assertThat(given.status()).isEqualTo(400);
			assertThat(given.headers()).extracting(Part::name).containsExactly("Content-Type", "Retry-After");
		});
	}

	@Test
	void tellsTheApiFromTheProvider() {
		PROVIDER.on("/api/notes", "application/json", "[]");
		recorded(() -> this.http.get().uri(PROVIDER.url() + "/api/notes").retrieve().body(String.class));
		assertThat(this.batch.messages()).extracting(Message::to).containsExactly(Party.API);
	}

	@Test
	void handsOnALongAnswerThatItDoesNotKeep() {
		String body = "[" + "1,".repeat(Contents.MOST_BYTES) + "1]";
		PROVIDER.on("/long", "application/json", body);
		assertThat(recorded(() -> this.http.get().uri(PROVIDER.url() + "/long").retrieve().body(String.class)))
			.isEqualTo(body);
		assertThat(this.batch.messages()).extracting(Message::answer)
			.satisfiesExactly((answer) -> assertThat(String.valueOf(answer)).contains("omitted=LONG"));
	}

	@Test
	void writesDownThatNobodyAnswered() {
		assertThatThrownBy(
				() -> recorded(() -> this.http.get().uri("http://localhost:1/").retrieve().body(String.class)))
			.isInstanceOf(ResourceAccessException.class);
		assertThat(this.batch.messages()).extracting(Message::failure).containsExactly("unreachable");
	}

	@Test
	void leavesOtherCallsAlone() {
		PROVIDER.on("/other", "text/plain", "hello");
		assertThat(this.http.get().uri(PROVIDER.url() + "/other").retrieve().body(String.class)).isEqualTo("hello");
		assertThat(this.batch.messages()).isEmpty();
		assertThat(this.batches.current()).isEmpty();
	}

	@Test
	void keepsAtMostOneMessageMoreThanAFlowMayHave() {
		PROVIDER.on("/many", "application/json", "{}");
		recorded(() -> {
			for (int count = 0; count < 70; count++) {
				this.http.get().uri(PROVIDER.url() + "/many").retrieve().toBodilessEntity();
			}
			return List.of();
		});
		assertThat(this.batch.messages()).hasSize(RecordingRows.MOST_MESSAGES + 1);
	}

	private <T> T recorded(Supplier<T> work) {
		return this.batches.with(this.batch, work);
	}

}
