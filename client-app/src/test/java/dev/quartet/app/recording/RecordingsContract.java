package dev.quartet.app.recording;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.quartet.app.fakes.Race;
import dev.quartet.app.fakes.TestClock;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** Says what every database must do with recordings. */
interface RecordingsContract {

	Stored stored();

	@Test
	default void tellsAFlowFromBeginningToEnd() {
		Recorder recorder = stored().recorder;
		String id = recorder.begin("quartet", "oidc").orElseThrow();
		recorder.travelled(id, message("state", "first"));
		recorder.during(id, () -> {
			recorder.travelled(id, message("state", "second"));
			recorder.travelled(id, message("code", "a-code-that-nobody-may-see"));
			return "";
		});
		recorder.ended(id, "signed-in");
		Recording found = stored().recordings.find(id).orElseThrow();
		assertThat(id).hasSizeLessThanOrEqualTo(36);
		assertThat(found.provider()).isEqualTo("quartet");
		assertThat(found.kind()).isEqualTo("oidc");
		assertThat(found.outcome()).isEqualTo("signed-in");
		assertThat(found.cut()).isFalse();
		assertThat(found.startedAt()).isCloseTo(stored().clock.instant(), within(1, ChronoUnit.MINUTES));
		assertThat(found.messages()).extracting((message) -> message.query().get(0).value().text())
			.startsWith("first", "second")
			.hasSize(3);
	}

	@Test
	default void goesOnWithAFlowOfAnotherInstance() {
		String id = stored().recorder.begin("quartet", "oidc").orElseThrow();
		stored().recorder.travelled(id, message("state", "first"));
		Recorder other = stored().otherInstance();
		other.travelled(id, message("state", "second"));
		other.ended(id, "linked");
		assertThat(stored().recordings.find(id).orElseThrow().messages()).hasSize(2);
		assertThat(stored().recordings.list(List.of(id))).extracting(Recording::outcome).containsExactly("linked");
	}

	@Test
	default void storesWhatARequestGathersAtItsEnd() throws Exception {
		FlowRecorder recorder = stored().recorder;
		String id = recorder.begin("quartet", "oidc").orElseThrow();
		new GatheringFilter(stored().batches, recorder).doFilter(new MockHttpServletRequest(),
				new MockHttpServletResponse(), (request, response) -> {
					recorder.travelled(id, message("state", "first"));
					recorder.during(id, () -> "");
					recorder.ended(id, "signed-in");
					assertThat(stored().recordings.find(id)).isEmpty();
				});
		Recording found = stored().recordings.find(id).orElseThrow();
		assertThat(found.outcome()).isEqualTo("signed-in");
		assertThat(found.messages()).hasSize(1);
		assertThat(stored().batches.isGathering()).isFalse();
	}

	@Test
	default void keepsWhatWasSentBeforeAFailure() {
		Recorder recorder = stored().recorder;
		String id = recorder.begin("quartet", "oidc").orElseThrow();
		assertThatThrownBy(() -> recorder.during(id, () -> {
			recorder.travelled(id, message("state", "x"));
			throw new IllegalStateException("refused");
		})).isInstanceOf(IllegalStateException.class);
		assertThat(stored().recordings.find(id).orElseThrow().messages()).hasSize(1);
	}

	@Test
	default void storesNothingInClear() {
		String id = recorded("state", "visible-to-nobody-but-the-person");
		byte[] content = stored().database()
			.sql("select content from flow_part where flow_id = :id")
			.param("id", id)
			.query((row, number) -> row.getBytes(1))
			.single();
		assertThat(new String(content, StandardCharsets.ISO_8859_1)).doesNotContain("visible", "state");
	}

	@Test
	default void opensAPartInItsOwnFlowOnly() {
		String mine = recorded("state", "mine");
		String other = recorded("state", "other");
		stored().database()
			.sql("update flow_part set flow_id = :other where flow_id = :mine")
			.param("other", other)
			.param("mine", mine)
			.update();
		assertThat(stored().recordings.find(other).orElseThrow().messages()).hasSize(1);
	}

	@Test
	default void storesByItselfAfterAMoment() {
		String id = recorded("state", "x");
		await().atMost(Duration.ofSeconds(20)).until(() -> stored().rows.find(id).isPresent());
	}

	@Test
	default void storesWhatManySignInsBringAtOnce() throws Exception {
		List<String> ids = Race
			.of(8, () -> IntStream.range(0, 40).mapToObj((number) -> recorded("state", "x")).toList())
			.stream()
			.flatMap(List::stream)
			.toList();
		assertThat(stored().recordings.list(ids)).hasSize(320);
	}

	@Test
	default void keepsNoMoreThan64Messages() {
		String id = recorded("state", "x");
		for (int count = 0; count < 80; count++) {
			stored().recorder.travelled(id, message("state", "x"));
		}
		Recording found = stored().recordings.find(id).orElseThrow();
		assertThat(found.messages()).hasSize(RecordingRows.MOST_MESSAGES);
		assertThat(found.cut()).isTrue();
	}

	@Test
	default void keepsNoMoreThan256KiB() {
		String id = recorded("state", "x");
		for (int count = 0; count < 20; count++) {
			stored().recorder.during(id, () -> {
				for (int message = 0; message < 5; message++) {
					stored().recorder.travelled(id, message("state", "x".repeat(4000)));
				}
				return "";
			});
		}
		int bytes = stored().database()
			.sql("select sum(length(content)) from flow_part where flow_id = :id")
			.param("id", id)
			.query(Integer.class)
			.single();
		assertThat(bytes).isBetween(200_000, RecordingRows.MOST_BYTES);
		assertThat(stored().recordings.find(id).orElseThrow().cut()).isTrue();
	}

	@Test
	default void keepsNoMoreThan500Flows() {
		String first = recorded("state", "first");
		for (int count = 0; count < RecordingRows.MOST_RECORDINGS; count++) {
			stored().clock.forward(Duration.ofMillis(10));
			recorded("state", "x");
		}
		assertThat(stored().database().sql("select count(*) from flow").query(Integer.class).single())
			.isBetween(RecordingRows.MOST_RECORDINGS - RecordingRows.ROOM, RecordingRows.MOST_RECORDINGS);
		assertThat(stored().recordings.find(first)).isEmpty();
	}

	@Test
	default void forgetsAfterAnHour() {
		String id = recorded("state", "x");
		stored().clock.forward(Duration.ofMinutes(61));
		assertThat(stored().recordings.find(id)).isEmpty();
		stored().rows.purge();
		assertThat(stored().database()
			.sql("select count(*) from flow where id = :id")
			.param("id", id)
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	default void writesNothingForNobody() {
		Recorder recorder = stored().recorder;
		recorder.travelled(null, message("state", "x"));
		recorder.ended(null, "signed-in");
		recorder.ended("made-up", "signed-in");
		recorder.travelled("made-up", message("state", "x"));
		assertThat(recorder.<String>during(null, () -> "done")).isEqualTo("done");
		assertThat(stored().recordings.find("made-up")).isEmpty();
		assertThat(stored().recordings.list(List.of())).isEmpty();
	}

	private String recorded(String name, String value) {
		String id = stored().recorder.begin("quartet", "oidc").orElseThrow();
		stored().recorder.travelled(id, message(name, value));
		return id;
	}

	private static FrontMessage message(String name, String value) {
		return new FrontMessage(Party.CLIENT, "GET", "http://localhost:8080/back", Map.of(name, List.of(value)));
	}

	/** What the tests look at. */
	record Stored(FlowRecorder recorder, Batches batches, Recordings recordings, RecordingRows rows,
			JdbcClient database, TestClock clock) {

		/** Holds everything that was kept before. */
		@Override
		public JdbcClient database() {
			this.recordings.list(List.of());
			return this.database;
		}

		Recorder otherInstance() {
			return new FlowRecorder(this.recordings, new Batches(JsonMapper.builder().build()), new SecureRandom(),
					this.clock);
		}

	}

}
