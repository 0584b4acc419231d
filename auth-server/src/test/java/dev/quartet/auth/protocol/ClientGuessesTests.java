package dev.quartet.auth.protocol;

import java.time.Duration;
import java.util.stream.IntStream;

import dev.quartet.auth.flow.MovableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Says when wrong credentials are too many. */
class ClientGuessesTests {

	private final MovableClock clock = new MovableClock();

	private final ClientGuesses guesses = new ClientGuesses(new GuessSettings(3, 5), this.clock);

	@Test
	void shutsOneClientForOneAddressOnly() {
		guess("10.0.0.1", "shop", 3);
		assertThat(this.guesses.mustWait("10.0.0.1", "shop")).isTrue();
		assertThat(this.guesses.mustWait("10.0.0.2", "shop")).isFalse();
		assertThat(this.guesses.mustWait("10.0.0.1", "other")).isFalse();
	}

	@Test
	void tellsWhoGuessesAtManyClients() {
		IntStream.range(0, 5)
			.forEach((client) -> assertThat(this.guesses.isOneTooMany("10.0.0.1", "client-" + client)).isFalse());
		assertThat(this.guesses.isOneTooMany("10.0.0.1", "client-6")).isTrue();
		assertThat(this.guesses.isOneTooMany("10.0.0.2", "client-6")).isFalse();
	}

	@Test
	void forgetsAfterAMinuteHoweverManyFollow() {
		guess("10.0.0.1", "shop", 3);
		this.clock.advance(Duration.ofSeconds(40));
		guess("10.0.0.1", "shop", 1);
		this.clock.advance(Duration.ofSeconds(21));
		assertThat(this.guesses.mustWait("10.0.0.1", "shop")).isFalse();
	}

	private void guess(String address, String client, int times) {
		IntStream.range(0, times).forEach((time) -> this.guesses.isOneTooMany(address, client));
	}

}
