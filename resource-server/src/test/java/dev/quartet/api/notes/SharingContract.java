package dev.quartet.api.notes;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A note is read by whom its owner gave a link, and by nobody else. */
interface SharingContract {

	ApiClient api();

	JdbcClient database();

	@Test
	default void showsASharedNoteToAnotherPerson() {
		NoteWriter alice = NoteWriter.of(api());
		String path = alice.writes("Milk", "two litres").header("Location");
		Answer shared = alice.posts(path + "/links", "{}");
		assertThat(shared.status()).isEqualTo(201);
		assertThat(shared.header("Location")).isEqualTo(path + "/links/" + shared.text("id"));
		assertThat(shared.text("link")).matches("quartet_note_[\\w-]{43}");
		Answer seen = open(reader(), shared.text("link"));
		assertThat(seen.status()).isEqualTo(200);
		assertThat(seen.json().propertyNames()).containsExactlyInAnyOrder("title", "text", "changedAt", "sharedBy",
				"sharedUntil");
		assertThat(seen.text("text")).isEqualTo("two litres");
		assertThat(seen.json().path("sharedBy").path("sub").asString()).isEqualTo(alice.id());
		assertThat(seen.text("sharedUntil")).isEqualTo(shared.text("expiresAt"));
		assertThat(seen.header("Cache-Control")).isEqualTo("no-store");
		assertThat(seen.header("Referrer-Policy")).isEqualTo("no-referrer");
	}

	@Test
	default void showsWhatTheNoteSaysNow() {
		NoteWriter alice = NoteWriter.of(api());
		String path = alice.writes("Milk");
		String link = alice.posts(path + "/links", "").text("link");
		alice.changes(path, "Bread", "If-Match", "*");
		assertThat(open(reader(), link).text("title")).isEqualTo("Bread");
	}

	@Test
	default void letsNobodyChangeWhatIsShared() {
		NoteWriter alice = NoteWriter.of(api());
		String path = alice.writes("Milk");
		alice.posts(path + "/links", "{}");
		NoteWriter bob = NoteWriter.of(api());
		assertThat(bob.reads(path).status()).isEqualTo(404);
		assertThat(bob.changes(path, "Mine", "If-Match", "*").status()).isEqualTo(404);
		assertThat(bob.posts(path + "/links", "{}").status()).isEqualTo(404);
		assertThat(bob.reads(path + "/links").status()).isEqualTo(404);
	}

	@Test
	default void showsASecretOnlyOnceAndStoresItNowhere() {
		NoteWriter alice = NoteWriter.of(api());
		String path = alice.writes("Milk");
		Answer shared = alice.posts(path + "/links", "{}");
		Answer list = alice.reads(path + "/links");
		assertThat(list.json().path("links").findValuesAsString("id")).containsExactly(shared.text("id"));
		assertThat(list.body()).doesNotContain("quartet_note_", "secret", "hash");
		assertThat(database().sql("select secret_hash from note_link where id = ?")
			.param(UUID.fromString(shared.text("id")))
			.query(String.class)
			.single()).matches("[0-9a-f]{64}");
	}

	@Test
	default void needsBothScopesToShare() {
		NoteWriter alice = NoteWriter.of(api());
		String links = alice.writes("Milk") + "/links";
		for (String scope : new String[] { "notes:read notes:write", "notes:read notes:share" }) {
			Answer refused = new NoteWriter(api(), scope).posts(links, "{}");
			assertThat(refused.status()).isEqualTo(403);
			assertThat(refused.challenge()).contains("insufficient_scope").contains("notes:write notes:share");
		}
	}

	@Test
	default void keepsMachinesAwayFromSharedNotes() {
		NoteWriter alice = NoteWriter.of(api());
		String link = alice.posts(alice.writes("Milk") + "/links", "{}").text("link");
		assertThat(open(TestToken.machine("night-job").scope("notes:read").mint(), link).status()).isEqualTo(403);
		assertThat(open(TestToken.person("bob").scope("notes:write").mint(), link).status()).isEqualTo(403);
	}

	@Test
	default void answersTheSameForEveryLinkThatDoesNotOpen() {
		NoteWriter alice = NoteWriter.of(api());
		String links = alice.writes("Milk") + "/links";
		Answer revoked = alice.posts(links, "{}");
		assertThat(alice.removes(links + "/" + revoked.text("id")).status()).isEqualTo(204);
		assertThat(alice.removes(links + "/" + revoked.text("id")).status()).isEqualTo(404);
		Answer ended = alice.posts(links, "{}");
		end(ended);
		Answer ofNothing = alice.posts(links, "{}");
		alice.removes(links.replace("/links", ""), "If-Match", "*");
		String unknown = refusal("quartet_note_" + "A".repeat(43));
		assertThat(unknown).contains("There is no such link.");
		assertThat(refusal(revoked.text("link"))).isEqualTo(unknown);
		assertThat(refusal(ended.text("link"))).isEqualTo(unknown);
		assertThat(refusal(ofNothing.text("link"))).isEqualTo(unknown);
		assertThat(refusal(revoked.text("id"))).isEqualTo(unknown);
		assertThat(open(reader(), "nonsense").status()).isEqualTo(404);
	}

	// Without the request's id, which is never the same.
	private String refusal(String link) {
		return open(reader(), link).body().replaceFirst("\"requestId\":\"[^\"]+\"", "");
	}

	@Test
	default void revokesNobodyElsesLink() {
		NoteWriter alice = NoteWriter.of(api());
		NoteWriter bob = NoteWriter.of(api());
		Answer shared = alice.posts(alice.writes("Milk") + "/links", "{}");
		assertThat(bob.removes(shared.header("Location")).status()).isEqualTo(404);
		assertThat(bob.removes(bob.writes("Mine") + "/links/" + shared.text("id")).status()).isEqualTo(404);
		assertThat(open(reader(), shared.text("link")).status()).isEqualTo(200);
	}

	@Test
	default void endsALinkAfterAWeekOrWhenTheOwnerSays() {
		NoteWriter alice = NoteWriter.of(api());
		String links = alice.writes("Milk") + "/links";
		assertThat(life(alice.posts(links, "{}"))).isEqualTo(Duration.ofDays(7));
		assertThat(life(alice.posts(links, "{\"days\":30}"))).isEqualTo(Duration.ofDays(30));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"days\":31}", "{\"days\":0}", "{\"days\":-1}", "{\"days\":\"1\"}", "{\"days\":1.5}",
			"{\"expiresAt\":\"2099-01-01\"}" })
	default void sharesForNoOtherTime(String body) {
		NoteWriter alice = NoteWriter.of(api());
		String links = alice.writes("Milk") + "/links";
		Answer refused = alice.posts(links, body);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.json().path("errors").size()).isEqualTo(1);
		assertThat(alice.reads(links).json().path("links").size()).isZero();
	}

	@Test
	default void givesTenLinksToANoteAndNoMore() {
		NoteWriter alice = NoteWriter.of(api());
		String links = alice.writes("Milk") + "/links";
		long made = IntStream.range(0, 13).parallel().filter((i) -> alice.posts(links, "{}").status() == 201).count();
		assertThat(made).isEqualTo(10);
		assertThat(alice.posts(links, "{}").text("type")).isEqualTo("urn:quartet:problem:too-many-links");
		String one = alice.reads(links).json().path("links").path(0).path("id").asString();
		database().sql("update note_link set expires_at = created_at where id = ?")
			.param(UUID.fromString(one))
			.update();
		assertThat(alice.posts(links, "{}").status()).isEqualTo(201);
		assertThat(alice.reads(links).json().path("links").size()).isEqualTo(10);
	}

	private void end(Answer shared) {
		database().sql("update note_link set expires_at = created_at where id = ?")
			.param(UUID.fromString(shared.text("id")))
			.update();
	}

	private static Duration life(Answer shared) {
		return Duration.between(Instant.parse(shared.text("createdAt")), Instant.parse(shared.text("expiresAt")));
	}

	private Answer open(String token, String link) {
		return api().post("/shared", token, JsonMapper.shared().createObjectNode().put("link", link).toString());
	}

	private static String reader() {
		return TestToken.person("reader").scope("notes:read").mint();
	}

}
