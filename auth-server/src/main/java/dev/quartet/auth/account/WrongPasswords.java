package dev.quartet.auth.account;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Counts how often one person's present password was typed wrong. */
@Entity
@Table(name = "wrong_password")
class WrongPasswords {

	@Id
	private String userId;

	private int wrong;

	private Instant countedUntil;

	@SuppressWarnings("NullAway.Init")
	protected WrongPasswords() {
	}

	/** When the next one may be tried, if these were too many. */
	Instant countedUntil() {
		return this.countedUntil;
	}

	@Override
	public String toString() {
		return "%d of %s until %s".formatted(this.wrong, this.userId, this.countedUntil);
	}

}
