package dev.quartet.app.signin;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Knows what of an answer is worth keeping. */
class AnswerTests {

	@Test
	void keepsKnownParametersOfASaneSizeOnly() {
		Answer answer = new Answer(Map.of("state", List.of("s"), "code", List.of("c".repeat(4_001)), "iss",
				List.of("i".repeat(4_000)), "junk", List.of("j")));
		assertThat(answer.essentials()).containsOnlyKeys("state", "iss");
	}

	@Test
	void keepsThatAParameterCameTwice() {
		assertThat(new Answer(Map.of("code", List.of("one", "two"))).essentials()).containsEntry("code",
				List.of("one", "two"));
	}

}
