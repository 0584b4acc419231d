package dev.quartet.auth.onetime;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides whether a value was seen before and still counts. */
@Component
public class Seen {

	private final SeenValues values;

	private final Clock clock;

	Seen(SeenValues values, Clock clock) {
		this.values = values;
		this.clock = clock;
	}

	/** Remembers the value until it expires; remembering it twice changes nothing. */
	@Transactional
	public void remember(SeenKind kind, String value, Instant expiresAt) {
		this.values.insert(kind.name(), Sha256.of(value), expiresAt);
	}

	/** Whether nobody used this value before, on any instance: the insert decides. */
	@ClaimsOnce
	public boolean isFirstUse(SeenKind kind, String value, Instant expiresAt) {
		return this.values.insert(kind.name(), Sha256.of(value), expiresAt) == 1;
	}

	/** Whether the value is remembered now. */
	@Transactional(readOnly = true)
	public boolean contains(SeenKind kind, String value) {
		return this.values.findById(key(kind, value)).filter((seen) -> seen.countsAt(this.clock.instant())).isPresent();
	}

	private static SeenValue.Key key(SeenKind kind, String value) {
		return new SeenValue.Key(kind, Sha256.of(value));
	}

}
