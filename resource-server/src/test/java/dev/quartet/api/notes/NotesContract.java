package dev.quartet.api.notes;

import java.util.List;
import java.util.UUID;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What the notes promise, whatever the database. */
interface NotesContract {

	String SCOPES = "notes:read notes:write";

	ApiClient api();

	@Test
	default void keepsANote() {
		String alice = person("alice");
		Answer written = write(alice, "Milk", "two litres\nof \uD83D\uDC2E milk \u00e9\u20ac");
		assertThat(written.status()).isEqualTo(201);
		assertThat(written.header("Location")).isEqualTo("/notes/" + written.text("id"));
		Answer read = api().get(written.header("Location"), alice);
		assertThat(read.status()).isEqualTo(200);
		assertThat(read.json()).isEqualTo(written.json());
		assertThat(read.json().propertyNames()).containsExactlyInAnyOrder("id", "title", "text", "createdAt",
				"changedAt", "version");
	}

	@Test
	default void keepsANoteWithoutText() {
		Answer written = api().post("/notes", person("alice"), "{\"title\":\"Milk\"}");
		assertThat(written.status()).isEqualTo(201);
		assertThat(written.json().path("text").asString()).isEmpty();
	}

	@Test
	default void changesANote() {
		String alice = person("alice");
		Answer written = write(alice, "Milk", "two litres");
		String path = written.header("Location");
		Answer changed = api().call("PUT", path, alice, json("Bread", ""), "If-Match", "*");
		assertThat(changed.status()).isEqualTo(200);
		assertThat(changed.text("title")).isEqualTo("Bread");
		assertThat(changed.text("createdAt")).isEqualTo(written.text("createdAt"));
		assertThat(changed.text("changedAt")).isGreaterThan(written.text("changedAt"));
		assertThat(api().get(path, alice).json()).isEqualTo(changed.json());
	}

	@Test
	default void removesANote() {
		String alice = person("alice");
		String path = write(alice, "Milk", "").header("Location");
		assertThat(api().call("DELETE", path, alice, "", "If-Match", "*").status()).isEqualTo(204);
		assertThat(api().get(path, alice).status()).isEqualTo(404);
		assertThat(api().call("DELETE", path, alice, "", "If-Match", "*").status()).isEqualTo(404);
	}

	@Test
	default void listsTheNewestFirstPageByPage() {
		String alice = person("alice");
		for (int i = 1; i <= 5; i++) {
			write(alice, "note " + i, "");
		}
		Answer first = api().get("/notes?size=2", alice);
		assertThat(titles(first)).containsExactly("note 5", "note 4");
		assertThat(first.json().path("total").asInt()).isEqualTo(5);
		assertThat(titles(api().get("/notes?size=2&page=2", alice))).containsExactly("note 1");
		assertThat(titles(api().get("/notes?size=2&page=10000", alice))).isEmpty();
		assertThat(titles(api().get("/notes", alice))).hasSize(5);
	}

	@Test
	default void hidesANoteFromEverybodyElse() {
		String alice = person("alice");
		String bob = person("bob");
		String path = write(alice, "Milk", "secret").header("Location");
		assertThat(api().get(path, bob).status()).isEqualTo(404);
		assertThat(api().call("PUT", path, bob, json("Mine", ""), "If-Match", "*").status()).isEqualTo(404);
		assertThat(api().call("DELETE", path, bob, "", "If-Match", "*").status()).isEqualTo(404);
		assertThat(titles(api().get("/notes", bob))).isEmpty();
		assertThat(api().get(path, alice).text("text")).isEqualTo("secret");
	}

	@Test
	default void answersTheSameForANoteThatNobodyHas() {
		String path = write(person("alice"), "Milk", "").header("Location");
		String bob = person("bob");
		Answer foreign = api().get(path, bob);
		Answer absent = api().get("/notes/" + UUID.randomUUID(), bob);
		assertThat(foreign.text("detail")).isEqualTo(absent.text("detail")).isEqualTo("You have no such note.");
	}

	@Test
	default void keepsAMachineOutOfTheNotesOfAPersonWithTheSameIdentifier() {
		String id = "same-" + UUID.randomUUID();
		String person = TestToken.person(id).scope(SCOPES).mint();
		String machine = TestToken.machine(id).scope(SCOPES).mint();
		String herPath = write(person, "Hers", "").header("Location");
		assertThat(api().get(herPath, machine).status()).isEqualTo(404);
		write(machine, "Its own", "");
		assertThat(titles(api().get("/notes", machine))).containsExactly("Its own");
		assertThat(titles(api().get("/notes", person))).containsExactly("Hers");
	}

	@Test
	default void takesAPersonForAPersonEvenWhenAClientHasHerIdentifier() {
		String id = "same-" + UUID.randomUUID();
		String throughApp = TestToken.person(id).scope(SCOPES).mint();
		String throughNamesake = TestToken.person(id).with("client_id", id).scope(SCOPES).mint();
		write(throughApp, "Hers", "");
		assertThat(titles(api().get("/notes", throughNamesake))).containsExactly("Hers");
	}

	@Test
	default void keepsTheNameOutOfTheKey() {
		String alice = TestToken.person("id-" + UUID.randomUUID())
			.with("preferred_username", "alice")
			.scope(SCOPES)
			.mint();
		String other = TestToken.person("id-" + UUID.randomUUID())
			.with("preferred_username", "alice")
			.scope(SCOPES)
			.mint();
		write(alice, "Milk", "");
		assertThat(titles(api().get("/notes", other))).isEmpty();
	}

	@Test
	default void acceptsTheLongestNoteThereMayBe() {
		String alice = person("alice");
		Answer written = write(alice, "\u00e9".repeat(200), "\u20ac".repeat(10_000));
		assertThat(written.status()).isEqualTo(201);
		assertThat(api().get(written.header("Location"), alice).text("text")).hasSize(10_000);
	}

	@Test
	default void refusesWhatIsNoNote() {
		String alice = person("alice");
		refuses(alice, "{}", "title", "must not be blank");
		refuses(alice, "{\"title\":null}", "title", "must not be blank");
		refuses(alice, json("  ", ""), "title", "must not be blank");
		refuses(alice, json("x".repeat(201), ""), "title", "must have at most 200 characters");
		refuses(alice, json("Milk", "x".repeat(10_001)), "text", "must have at most 10,000 characters");
		refuses(alice, json("two\nlines", ""), "title", "must be one line without control characters");
		refuses(alice, json("Mi\u0000lk", ""), "title", "must be one line without control characters");
		refuses(alice, json("Milk", "a\u0000b"), "text", "must not contain control characters");
		refuses(alice, "{\"title\":\"half \\ud83d pair\"}", "title", "must be one line without control characters");
		assertThat(titles(api().get("/notes", alice))).isEmpty();
	}

	@Test
	default void namesEveryFieldThatIsWrong() {
		Answer answer = api().post("/notes", person("alice"), json("", "\u0007"));
		assertThat(answer.json().path("errors").findValuesAsString("field")).containsExactlyInAnyOrder("title", "text");
	}

	@Test
	default void refusesAWrongChangeAndKeepsTheNote() {
		String alice = person("alice");
		String path = write(alice, "Milk", "two litres").header("Location");
		assertThat(api().call("PUT", path, alice, json("", ""), "If-Match", "*").status()).isEqualTo(400);
		assertThat(api().get(path, alice).text("title")).isEqualTo("Milk");
	}

	@Test
	default void treatsTextAsText() {
		String alice = person("alice");
		String nasty = "'; drop table note; -- <script>alert(1)</script> ${7*7} %s \\";
		Answer written = write(alice, nasty, nasty);
		assertThat(api().get(written.header("Location"), alice).text("title")).isEqualTo(nasty);
	}

	private void refuses(String token, String body, String field, String message) {
		Answer answer = api().post("/notes", token, body);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("errors").toString())
			.isEqualTo("[{\"field\":\"%s\",\"message\":\"%s\"}]".formatted(field, message));
	}

	private Answer write(String token, String title, String text) {
		return api().post("/notes", token, json(title, text));
	}

	private static String person(String name) {
		return TestToken.person(name + "-" + UUID.randomUUID()).scope(SCOPES).mint();
	}

	private static String json(String title, String text) {
		return JsonMapper.shared().createObjectNode().put("title", title).put("text", text).toString();
	}

	private static List<String> titles(Answer answer) {
		return answer.json().path("notes").findValuesAsString("title");
	}

}
