package dev.quartet.auth.authorizations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.quartet.auth.onetime.ClaimsOnce;
import dev.quartet.auth.onetime.Sha256;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides whether a device polls too fast. The pace is kept in the database, so it holds
 * whichever instance is asked.
 */
@Component
public class PollingPace {

	/** The pause to begin with (RFC 8628 §3.2). */
	public static final int FIRST_PAUSE_SECONDS = 5;

	private final DevicePolls polls;

	private final Clock clock;

	PollingPace(DevicePolls polls, Clock clock) {
		this.polls = polls;
		this.clock = clock;
	}

	/** Whether this poll comes too early: then all further pauses are longer. */
	@ClaimsOnce
	public boolean isTooFast(String deviceCode) {
		Instant now = this.clock.instant();
		return this.polls.lock(Sha256.of(deviceCode)).filter((poll) -> poll.comesTooEarly(now)).isPresent();
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void begin(String deviceCode, Duration life) {
		Instant now = this.clock.instant();
		this.polls.save(new DevicePoll(Sha256.of(deviceCode), FIRST_PAUSE_SECONDS, now, now.plus(life)));
	}

}
