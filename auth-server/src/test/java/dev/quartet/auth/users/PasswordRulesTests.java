package dev.quartet.auth.users;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** Says which passwords a person may have. */
class PasswordRulesTests {

	private final PasswordRules rules = new PasswordRules(new PasswordSettings(15), new MockEnvironment());

	private final PasswordRules demo = new PasswordRules(new PasswordSettings(15),
			new MockEnvironment().withProperty("spring.profiles.active", "demo"));

	@Test
	void allowsFifteenCharacters() {
		assertThat(this.rules.problems("alice", "fifteen letters")).isEmpty();
	}

	@Test
	void refusesFourteenCharacters() {
		assertThat(this.rules.problems("alice", "fourteen chars"))
			.containsExactly("A password has at least 15 characters.");
	}

	@Test
	void countsCharactersAndNotBytes() {
		assertThat(this.rules.problems("alice", "😀".repeat(14))).hasSize(1);
		assertThat(this.rules.problems("alice", "😀".repeat(200))).isEmpty();
	}

	@Test
	void refusesMoreThanTwoHundredCharacters() {
		assertThat(this.rules.problems("alice", "x".repeat(201)))
			.containsExactly("A password has at most 200 characters.");
		assertThat(this.demo.problems("alice", "x".repeat(201))).hasSize(1);
	}

	@Test
	void refusesTheUserName() {
		assertThat(this.rules.problems("alexander.hamilton", "Alexander.Hamilton"))
			.containsExactly("A password is not the user name.");
	}

	@Test
	void allowsEverythingElseInTheDemo() {
		assertThat(this.demo.problems("alice", "alice")).isEmpty();
	}

}
