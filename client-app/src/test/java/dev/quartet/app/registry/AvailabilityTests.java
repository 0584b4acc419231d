package dev.quartet.app.registry;

import java.time.Duration;

import dev.quartet.app.fakes.TestClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Shows for how long a failure is remembered. */
class AvailabilityTests {

	private final TestClock clock = new TestClock();

	private final Availability availability = new Availability(
			Reading.variables("GOOGLE_CLIENT_ID=id\nGOOGLE_CLIENT_SECRET=hush").read(), this.clock);

	@Test
	void remembersAFailureUntilItWorks() {
		this.availability.fails("google", Availability.UNREACHABLE);
		assertThat(this.availability.problemOf("google")).contains("unreachable");
		this.availability.fails("google", Availability.MISCONFIGURED);
		assertThat(this.availability.problemOf("google")).contains("misconfigured");
		this.availability.works("google");
		assertThat(this.availability.problemOf("google")).isEmpty();
	}

	@Test
	void forgetsAFailureSoThatTheNextPersonMayTry() {
		this.availability.fails("google", Availability.UNREACHABLE);
		this.clock.forward(Availability.MEMORY.minusSeconds(2));
		assertThat(this.availability.problemOf("google")).isPresent();
		this.clock.forward(Duration.ofSeconds(3));
		assertThat(this.availability.problemOf("google")).isEmpty();
	}

	@Test
	void forgetsAFailureWhenTheClockIsSetBack() {
		this.availability.fails("google", Availability.UNREACHABLE);
		this.clock.forward(Duration.ofHours(-1));
		assertThat(this.availability.problemOf("google")).isEmpty();
	}

	@Test
	void remembersNothingOfNamesThatAreNotRegistered() {
		this.availability.fails("other", Availability.UNREACHABLE);
		assertThat(this.availability.problemOf("other")).isEmpty();
	}

}
