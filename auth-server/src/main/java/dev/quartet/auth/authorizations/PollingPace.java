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
 * Decides what a device is told while nobody has answered it. Its pace is kept in the
 * database, so it holds whichever instance is asked.
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

	/** Takes note of a poll; one that comes too early makes all further pauses longer. */
	@ClaimsOnce
	public Verdict poll(String deviceCode) {
		Instant now = this.clock.instant();
		DevicePoll poll = this.polls.lock(Sha256.of(deviceCode)).orElse(null);
		if (poll == null || poll.endedAt(now)) {
			return Verdict.EXPIRED;
		}
		return poll.comesTooEarly(now) ? Verdict.TOO_FAST : Verdict.PENDING;
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void begin(String deviceCode, Duration life) {
		Instant now = this.clock.instant();
		this.polls.save(new DevicePoll(Sha256.of(deviceCode), FIRST_PAUSE_SECONDS, now, now.plus(life)));
	}

	/** What a device that waits is told (RFC 8628 §3.5). */
	public enum Verdict {

		PENDING, TOO_FAST, EXPIRED

	}

}
