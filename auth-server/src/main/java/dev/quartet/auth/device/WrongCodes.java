package dev.quartet.auth.device;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Counts the wrong codes of one person, so that nobody can try them all. */
@Entity
@Table(name = "wrong_user_code")
class WrongCodes {

	static final Duration COUNTED_FOR = Duration.ofMinutes(10);

	/** With 20^8 codes of ten minutes each: RFC 8628 §5.1. */
	private static final int MOST = 10;

	@Id
	private String userId;

	private int wrong;

	private Instant countedUntil;

	@SuppressWarnings("NullAway.Init")
	protected WrongCodes() {
	}

	boolean areTooMany(Instant now) {
		return this.wrong >= MOST && this.countedUntil.isAfter(now);
	}

	void another(Instant now) {
		if (this.wrong == 0 || !this.countedUntil.isAfter(now)) {
			this.wrong = 0;
			this.countedUntil = now.plus(COUNTED_FOR);
		}
		this.wrong++;
	}

	/** When the next code may be tried. */
	Instant countedUntil() {
		return this.countedUntil;
	}

	@Override
	public String toString() {
		return "%d of %s until %s".formatted(this.wrong, this.userId, this.countedUntil);
	}

}
