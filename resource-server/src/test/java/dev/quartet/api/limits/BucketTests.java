package dev.quartet.api.limits;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A bucket gives what it holds and fills at its rate, whatever time it is. */
class BucketTests {

	// The clock that counts nanoseconds may start anywhere.
	private static final long START = Long.MAX_VALUE - Duration.ofSeconds(1).toNanos();

	private final Policy tenASecond = Policy.of("client", 10, Duration.ofSeconds(2));

	private final Bucket bucket = new Bucket(START);

	@Test
	void givesItsCapacityAtOnceAndThenNothing() {
		assertThat(taken(40, START)).isEqualTo(20);
	}

	@Test
	void fillsAtItsRate() {
		taken(20, START);
		assertThat(taken(40, after(Duration.ofMillis(99)))).isZero();
		assertThat(taken(40, after(Duration.ofMillis(500)))).isEqualTo(5);
		assertThat(taken(40, after(Duration.ofMillis(600)))).isEqualTo(1);
	}

	@Test
	void holdsNoMoreThanItsCapacityHoweverLongNobodyAsks() {
		taken(20, START);
		assertThat(taken(100, after(Duration.ofHours(1)))).isEqualTo(20);
	}

	@Test
	void keepsItsRateWhateverIsRefusedInBetween() {
		taken(1000, START);
		assertThat(taken(1000, after(Duration.ofSeconds(1)))).isEqualTo(10);
	}

	@Test
	void tellsHowLongToWait() {
		taken(20, START);
		assertThat(bucket.take(tenASecond, START) - tenASecond.capacity()).isEqualTo(tenASecond.interval());
	}

	private int taken(int tries, long now) {
		int taken = 0;
		for (int i = 0; i < tries; i++) {
			taken += (bucket.take(tenASecond, now) <= tenASecond.capacity()) ? 1 : 0;
		}
		return taken;
	}

	private static long after(Duration time) {
		return START + time.toNanos();
	}

}
