package dev.quartet.auth.users;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Says which passwords a person may have. */
class PasswordRulesTests {

	private static final Profile ALICE = new Profile("alexander.hamilton",
			Map.of(StandardClaim.NAME, "Alexander J. Hamilton", StandardClaim.EMAIL, "alex@secretary.example"));

	private final PasswordRules rules = new PasswordRules(new PasswordSettings(15, null), new MockEnvironment());

	private final PasswordRules demo = new PasswordRules(new PasswordSettings(15, ""),
			new MockEnvironment().withProperty("spring.profiles.active", "demo"));

	@TempDir
	private Path folder = Path.of("");

	@Test
	void allowsFifteenCharacters() {
		assertThat(problems("fifteen letters")).isEmpty();
	}

	@Test
	void refusesFourteenCharacters() {
		assertThat(problems("fourteen chars")).containsExactly("too-short");
		assertThat(this.rules.problems(ALICE, "fourteen chars"))
			.hasToString("[A password has at least 15 characters.]");
	}

	@Test
	void countsCharactersAndNotBytes() {
		assertThat(problems("😀🐧🦉🦔🐝🦋🐌🐞🐜🦟🦗🕷🦂🐢")).containsExactly("too-short");
		assertThat(problems("😀🐧🦉🦔🐝🦋🐌🐞🐜🦟🦗🕷🦂🐢🐍")).isEmpty();
	}

	@Test
	void refusesMoreThanTwoHundredCharacters() {
		assertThat(problems("x".repeat(201))).containsExactly("too-long");
		assertThat(this.demo.problemsOfDeclared(ALICE, "x".repeat(201))).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "Alexander.Hamilton", "alexander hamilton", "ALEXANDER J. HAMILTON", "alex@secretary.example" })
	void refusesWhoSheIs(String password) {
		assertThat(problems(password)).containsExactly("personal");
	}

	@ParameterizedTest
	@ValueSource(strings = { "passwordpassword", "password123456789", "qwertyuiopasdfghjkl", "1234567890123456789",
			"aaaaaaaaaaaaaaaaaaaa", "Summer2026!Summer2026!", "administrator2026", "hamiltonhamilton",
			"abcdefghijklmnopqrst", "P@ssw0rdP@ssw0rd" })
	void refusesWhatIsGuessedEarly(String password) {
		assertThat(problems(password)).containsExactly("guessable");
	}

	@ParameterizedTest
	@ValueSource(strings = { "correct horse battery staple", "a sentence about seven otters", "Zug um Zug nach Gießen",
			"7fK!dq29$mWz81xR", "пять весёлых медведей" })
	void allowsWhatIsNot(String password) {
		assertThat(problems(password)).isEmpty();
	}

	@Test
	void measuresALongOneQuickly() {
		String longest = "aA1@e3$sS5oO0".repeat(16).substring(0, 200);
		long start = System.nanoTime();
		this.rules.problems(ALICE, longest);
		assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
	}

	@Test
	void allowsWeakOnesInTheSeedOfTheDemoOnly() {
		assertThat(this.demo.problemsOfDeclared(Profile.of("alice"), "alice")).isEmpty();
		assertThat(this.rules.problemsOfDeclared(Profile.of("alice"), "alice")).isNotEmpty();
		assertThat(this.demo.problems(Profile.of("alice"), "alice")).isNotEmpty();
	}

	@Test
	void refusesEachOfTheBreachedOnesAndNoOther() throws IOException {
		List<String> breached = IntStream.range(0, 100).mapToObj((i) -> "breached and not guessable " + i).toList();
		for (String end : List.of("\r\n", "\n")) {
			PasswordRules listed = with(breached.stream()
				.map((password) -> sha1(password) + ":7")
				.sorted()
				.collect(Collectors.joining(end)));
			for (String password : breached) {
				assertThat(listed.problems(ALICE, password)).extracting(PasswordProblem::key).contains("breached");
			}
			IntStream.range(100, 200)
				.forEach((i) -> assertThat(listed.problems(ALICE, "breached and not guessable " + i)).isEmpty());
		}
	}

	@Test
	void findsTheOnlyOneAndReadsLowerCase() throws IOException {
		String password = "breached and not guessable";
		assertThat(with(sha1(password)).problems(ALICE, password)).hasSize(1);
		assertThat(with(sha1(password).toLowerCase(Locale.ROOT) + ":1\n").problems(ALICE, password)).hasSize(1);
	}

	@Test
	void findsABreachedOneHoweverItsLettersAreComposed() throws IOException {
		String composed = "f\u00fcnf kleine B\u00e4ren im Wald";
		String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
		assertThat(with(sha1(composed)).problems(ALICE, decomposed)).hasSize(1);
		assertThat(with(sha1(decomposed)).problems(ALICE, decomposed)).hasSize(1);
	}

	@Test
	void doesNotStartWithAListThatCannotBeSearched() throws IOException {
		String sorted = Stream.of("a", "b", "c")
			.map(PasswordRulesTests::sha1)
			.sorted()
			.collect(Collectors.joining("\n"));
		String reversed = sorted.lines().sorted(Comparator.reverseOrder()).collect(Collectors.joining("\n"));
		assertRefused(reversed, "not sorted");
		assertRefused("hunter2\n" + sorted, "HASH:count");
		assertRefused("", "empty");
		assertThatExceptionOfType(BreachedFileRefused.class).isThrownBy(() -> with(this.folder.resolve("missing")))
			.withMessageContaining("missing (QUARTET_BREACHED_PASSWORDS) is refused: it cannot be read");
		assertThatExceptionOfType(BreachedFileRefused.class).isThrownBy(() -> with(this.folder));
	}

	private void assertRefused(String list, String problem) {
		assertThatExceptionOfType(BreachedFileRefused.class).isThrownBy(() -> with(list))
			.withMessageContaining(problem);
	}

	private List<String> problems(String password) {
		return this.rules.problems(ALICE, password).stream().map(PasswordProblem::key).toList();
	}

	private PasswordRules with(String list) throws IOException {
		return with(Files.writeString(this.folder.resolve("breached.txt"), list));
	}

	private static PasswordRules with(Path list) {
		return new PasswordRules(new PasswordSettings(15, list.toString()), new MockEnvironment());
	}

	private static String sha1(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().withUpperCase().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
