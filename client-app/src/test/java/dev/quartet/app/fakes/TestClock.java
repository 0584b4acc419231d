package dev.quartet.app.fakes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Is a clock that tests put forward. */
public final class TestClock extends Clock {

	private volatile Duration ahead = Duration.ZERO;

	public void forward(Duration length) {
		this.ahead = this.ahead.plus(length);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

	@Override
	public Instant instant() {
		return Clock.systemUTC().instant().plus(this.ahead);
	}

}
