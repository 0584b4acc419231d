package dev.quartet.auth.protocol;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import dev.quartet.auth.flow.MovableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Says when wrong credentials are too many. */
class ClientGuessesTests {

	private final MovableClock clock = new MovableClock();

	private final ClientGuesses guesses = new ClientGuesses(new GuessSettings(3), this.clock);

	@Test
	void toleratesSomeFromEachAddress() {
		assertThat(guess("10.0.0.1", 4)).containsExactly(false, false, false, true);
		assertThat(guess("10.0.0.2", 1)).containsExactly(false);
	}

	@Test
	void forgetsAfterAMinuteHoweverManyFollow() {
		guess("10.0.0.1", 4);
		this.clock.advance(Duration.ofSeconds(40));
		assertThat(guess("10.0.0.1", 1)).containsExactly(true);
		this.clock.advance(Duration.ofSeconds(21));
		assertThat(guess("10.0.0.1", 1)).containsExactly(false);
	}

	private List<Boolean> guess(String address, int times) {
		return IntStream.range(0, times).mapToObj((time) -> this.guesses.isOneTooMany(address)).toList();
	}

}
