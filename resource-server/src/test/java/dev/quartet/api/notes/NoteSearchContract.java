package dev.quartet.api.notes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Notes are found by what they say, in a stated order, page by page. */
interface NoteSearchContract {

	ApiClient api();

	@Test
	default void findsATextInTitleAndText() {
		NoteWriter alice = NoteWriter.of(api());
		alice.writes("Milk", "two litres");
		alice.writes("Bread", "with milk in it");
		alice.writes("Butter", "");
		assertThat(found(alice, "MILK")).containsExactlyInAnyOrder("Milk", "Bread");
		assertThat(found(alice, " lit ")).containsExactly("Milk");
		assertThat(found(alice, "cheese")).isEmpty();
		assertThat(found(alice, "  ")).hasSize(3);
		assertThat(alice.reads("/notes?q=milk&size=1").json().path("total").asInt()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "\u00c4pfel f\u00fcr \u00d6lk\u00e4nnchen, \u00e4PFEL F\u00dcR \u00f6LK\u00c4N",
			"\u03a3\u039f\u03a6\u039f\u03a3, \u03c3\u03bf\u03c6\u03bf\u03c3", "\u0436\u0443\u043a, \u0416\u0423\u041a",
			"I have 50%, 50%", "a_b, A_B", "wow!, W!", "c:\\temp, C:\\T", "it's, IT'S", "na\u00efve, NAI\u0308VE",
			"\ud801\udc00 Deseret, \ud801\udc28 deseret" })
	default void findsWhateverTheCase(String title, String typed) {
		NoteWriter alice = NoteWriter.of(api());
		alice.writes(title);
		alice.writes("Something else, 500 times: axb \\ z");
		assertThat(found(alice, typed)).containsExactly(title);
	}

	@ParameterizedTest
	@ValueSource(strings = { "%", "_", "!", "\\", "m%k", "k\nt" })
	default void takesNoSignForAWildcard(String typed) {
		NoteWriter alice = NoteWriter.of(api());
		alice.writes("Milk", "two");
		Answer answer = alice.reads("/notes?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
		assertThat(answer.json().path("total").asInt()).isZero();
	}

	@Test
	default void findsNobodyElsesNotes() {
		NoteWriter.of(api()).writes("Milk");
		assertThat(found(NoteWriter.of(api()), "milk")).isEmpty();
	}

	@Test
	default void findsANoteByItsNewWordsOnly() {
		NoteWriter alice = NoteWriter.of(api());
		alice.changes(alice.writes("Milk"), "Bread", "If-Match", "*");
		assertThat(found(alice, "milk")).isEmpty();
		assertThat(found(alice, "bread")).containsExactly("Bread");
	}

	@Test
	default void sortsByEachOfItsFields() {
		NoteWriter alice = NoteWriter.of(api());
		String first = alice.writes("1");
		alice.writes("2");
		alice.changes(first, "1 changed", "If-Match", "*");
		assertThat(alice.titles("/notes?sort=createdAt")).containsExactly("1 changed", "2");
		assertThat(alice.titles("/notes?sort=-createdAt")).containsExactly("2", "1 changed");
		assertThat(alice.titles("/notes?sort=changedAt")).containsExactly("2", "1 changed");
		assertThat(alice.titles("/notes?sort=-changedAt")).containsExactly("1 changed", "2");
	}

	@ParameterizedTest
	@CsvSource(
			value = { "sort=owner; sort; must be one of createdAt, -createdAt, changedAt, -changedAt",
					"sort=createdAt,id; sort; must be one of createdAt, -createdAt, changedAt, -changedAt",
					"q=a%00b; q; must be one line without control characters", "page=x; page; has the wrong type",
					"size=101; size; must be at most 100", "page=10001; page; must be at most 10,000" },
			delimiter = ';')
	default void namesTheParameterThatIsWrong(String query, String field, String message) {
		Answer answer = NoteWriter.of(api()).reads("/notes?" + query);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("errors").toString())
			.isEqualTo("[{\"field\":\"%s\",\"message\":\"%s\"}]".formatted(field, message));
	}

	@Test
	default void limitsHowLongASearchMayBe() {
		NoteWriter alice = NoteWriter.of(api());
		assertThat(alice.reads("/notes?q=" + "a".repeat(100)).status()).isEqualTo(200);
		assertThat(alice.reads("/notes?q=" + "a".repeat(101)).status()).isEqualTo(400);
	}

	@Test
	default void tellsWhereTheOtherPagesAre() {
		NoteWriter alice = NoteWriter.of(api());
		for (int i = 1; i <= 5; i++) {
			alice.writes("note " + i);
		}
		assertThat(links(alice, "/notes?size=2")).containsExactly(link(0, "", "first"), link(1, "", "next"),
				link(2, "", "last"));
		assertThat(links(alice, "/notes?size=2&page=2")).containsExactly(link(0, "", "first"), link(1, "", "prev"),
				link(2, "", "last"));
		assertThat(links(alice, "/notes?size=2&page=9")).containsExactly(link(0, "", "first"), link(2, "", "prev"),
				link(2, "", "last"));
		assertThat(links(alice, "/notes?size=2&q=%C3%A4%26%3E%22%20"))
			.containsExactly(link(0, "&q=%C3%A4%26%3E%22%20", "first"), link(0, "&q=%C3%A4%26%3E%22%20", "last"));
	}

	@Test
	default void leadsThroughAllPagesByItsLinks() {
		NoteWriter alice = NoteWriter.of(api());
		for (int i = 1; i <= 3; i++) {
			alice.writes("50% of " + i);
		}
		String next = links(alice, "/notes?size=2&q=50%25&sort=createdAt").get(1);
		assertThat(alice.titles(next.substring(1, next.indexOf('>')))).containsExactly("50% of 3");
	}

	private static List<String> links(NoteWriter reader, String path) {
		return List.of(reader.reads(path).header("Link").split(", "));
	}

	private static String link(int page, String query, String relation) {
		return "</notes?page=%d&size=2&sort=-createdAt%s>; rel=\"%s\"".formatted(page, query, relation);
	}

	private static List<String> found(NoteWriter reader, String typed) {
		return reader.titles("/notes?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
	}

}
