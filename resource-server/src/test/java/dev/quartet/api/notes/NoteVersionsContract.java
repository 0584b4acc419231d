package dev.quartet.api.notes;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.ApiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody overwrites what she has not seen (RFC 9110 §13, RFC 6585 §3). */
interface NoteVersionsContract {

	ApiClient api();

	@Test
	default void givesEveryAnswerTheTagOfItsVersion() {
		NoteWriter alice = NoteWriter.of(api());
		Answer written = alice.writes("Milk", "");
		String path = written.header("Location");
		String first = written.header("ETag");
		assertThat(first).matches("\"\\S+\"").isEqualTo("\"" + written.json().path("version").asString() + "\"");
		assertThat(alice.reads(path).header("ETag")).isEqualTo(first);
		Answer changed = alice.changes(path, "Bread", "If-Match", first);
		assertThat(changed.status()).isEqualTo(200);
		assertThat(changed.header("ETag")).matches("\"\\S+\"").isNotEqualTo(first);
		assertThat(alice.reads(path).header("ETag")).isEqualTo(changed.header("ETag"));
	}

	@Test
	default void sendsNothingAgainThatTheCallerHas() {
		NoteWriter alice = NoteWriter.of(api());
		String path = alice.writes("Milk");
		String tag = alice.reads(path).header("ETag");
		Answer same = alice.reads(path, "If-None-Match", "\"other\", W/" + tag);
		assertThat(same.status()).isEqualTo(304);
		assertThat(same.body()).isEmpty();
		assertThat(same.header("ETag")).isEqualTo(tag);
		alice.changes(path, "Bread", "If-Match", tag);
		assertThat(alice.reads(path, "If-None-Match", tag).text("title")).isEqualTo("Bread");
	}

	@Test
	default void changesNothingUnlessToldWhichVersion() {
		NoteWriter alice = NoteWriter.of(api());
		String path = alice.writes("Milk");
		Answer refused = alice.changes(path, "Bread");
		assertThat(refused.status()).isEqualTo(428);
		assertThat(refused.text("detail")).startsWith("Say in If-Match which version you change");
		assertThat(alice.removes(path).status()).isEqualTo(428);
		assertThat(alice.reads(path).text("title")).isEqualTo("Milk");
	}

	@Test
	default void changesNoOtherVersionThanTheOneSeen() {
		NoteWriter alice = NoteWriter.of(api());
		String path = alice.writes("Milk");
		String stale = alice.reads(path).header("ETag");
		String current = alice.changes(path, "Bread", "If-Match", stale).header("ETag");
		Answer refused = alice.changes(path, "Butter", "If-Match", stale);
		assertThat(refused.status()).isEqualTo(412);
		assertThat(refused.header("ETag")).isEqualTo(current);
		assertThat(refused.text("detail")).isEqualTo("Someone changed this note meanwhile. Read it again.");
		assertThat(alice.removes(path, "If-Match", stale).status()).isEqualTo(412);
		assertThat(alice.reads(path).text("title")).isEqualTo("Bread");
		assertThat(alice.removes(path, "If-Match", current).status()).isEqualTo(204);
	}

	@Test
	default void takesAnyVersionThatIsNamed() {
		NoteWriter alice = NoteWriter.of(api());
		String path = alice.writes("Milk");
		String tag = alice.reads(path).header("ETag");
		assertThat(alice.changes(path, "Bread", "If-Match", "\"a,b\", " + tag).status()).isEqualTo(200);
		assertThat(alice.changes(path, "Butter", "If-Match", "\"other\"", "If-Match", "*").status()).isEqualTo(200);
		assertThat(alice.removes(path, "If-Match", "*").status()).isEqualTo(204);
	}

	@Test
	default void takesNoWeakTagForTheSameVersion() {
		NoteWriter alice = NoteWriter.of(api());
		String path = alice.writes("Milk");
		String tag = alice.reads(path).header("ETag");
		assertThat(alice.changes(path, "Bread", "If-Match", "W/" + tag).status()).isEqualTo(412);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "yes", "\"", "0, 1" })
	default void saysWhatATagLooksLike(String noTag) {
		NoteWriter alice = NoteWriter.of(api());
		Answer refused = alice.changes(alice.writes("Milk"), "Bread", "If-Match", noTag);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.text("detail")).isEqualTo("If-Match holds entity tags in double quotes, or *.");
	}

	@Test
	default void findsNothingToChangeWhereThereIsNothing() {
		NoteWriter alice = NoteWriter.of(api());
		assertThat(alice.changes("/notes/" + UUID.randomUUID(), "Bread", "If-Match", "\"0\"").status()).isEqualTo(404);
	}

	@Test
	default void letsOneOfManyParallelChangesThrough() {
		NoteWriter alice = NoteWriter.of(api());
		for (int round = 0; round < 5; round++) {
			String path = alice.writes("Milk");
			String tag = alice.reads(path).header("ETag");
			List<Integer> statuses = IntStream.range(0, 8)
				.parallel()
				.mapToObj((i) -> alice.changes(path, "change " + i, "If-Match", tag).status())
				.toList();
			assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
		}
	}

	@Test
	default void letsOneOfAChangeAndARemovalThrough() {
		NoteWriter alice = NoteWriter.of(api());
		String path = alice.writes("Milk");
		String tag = alice.reads(path).header("ETag");
		List<Integer> statuses = IntStream.range(0, 2)
			.parallel()
			.mapToObj((i) -> i == 0 ? alice.changes(path, "Bread", "If-Match", tag).status()
					: alice.removes(path, "If-Match", tag).status())
			.toList();
		assertThat(statuses).isIn(List.of(200, 412), List.of(404, 204));
	}

	@Test
	default void keepsSoManyNotesOfAnOwnerAndNoMore() {
		NoteWriter alice = NoteWriter.of(api());
		String first = alice.writes("the first");
		IntStream.range(1, ApiTest.MOST_NOTES).forEach((i) -> alice.writes("note " + i));
		Answer refused = alice.writes("one more", "");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text("type")).isEqualTo("urn:quartet:problem:too-many-notes");
		assertThat(refused.text("detail")).isEqualTo("You may keep 12 notes at most. Delete one first.");
		alice.removes(first, "If-Match", "*");
		assertThat(alice.writes("one more", "").status()).isEqualTo(201);
	}

}
