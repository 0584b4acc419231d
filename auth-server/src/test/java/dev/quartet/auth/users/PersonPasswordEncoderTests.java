package dev.quartet.auth.users;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Says how passwords are hashed and compared. */
class PersonPasswordEncoderTests {

	private final PersonPasswordEncoder encoder = new PersonPasswordEncoder();

	@Test
	void hashesWithArgon2idAtTheRecommendedCost() {
		assertThat(this.encoder.encode("correct horse")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
	}

	@Test
	void acceptsTheSamePasswordOnly() {
		String hash = this.encoder.encode("correct horse");
		assertThat(this.encoder.matches("correct horse", hash)).isTrue();
		assertThat(this.encoder.matches("Correct horse", hash)).isFalse();
		assertThat(this.encoder.matches("correct horse", null)).isFalse();
		assertThat(this.encoder.matches("correct horse", "correct horse")).isFalse();
	}

	@Test
	void acceptsTheSameCharactersFromAnotherKeyboard() {
		String composed = this.encoder.encode("caf\u00e9 \uff11");
		assertThat(this.encoder.matches("cafe\u0301 1", composed)).isTrue();
	}

	@Test
	void refusesAnEndlessPasswordWithoutHashingIt() {
		String hash = this.encoder.encode("x".repeat(201));
		assertThat(this.encoder.matches("x".repeat(201), hash)).isFalse();
	}

	@Test
	void asksForANewHashWhenTheCostHasRisen() {
		assertThat(this.encoder.upgradeEncoding(this.encoder.encode("correct horse"))).isFalse();
		assertThat(this.encoder.upgradeEncoding("$argon2id$v=19$m=4096,t=1,p=1$c29tZXNhbHQ$aGFzaGhhc2hoYXNoaGFzaA"))
			.isTrue();
	}

}
