package dev.quartet.auth.subjects;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Is the name that the clients of one sector have for a person, and nobody else. */
@Entity
class PairwiseSubject {

	@Id
	private String subject;

	private String sector;

	private String userId;

	@SuppressWarnings("NullAway.Init")
	protected PairwiseSubject() {
	}

	String subject() {
		return this.subject;
	}

	String userId() {
		return this.userId;
	}

	@Override
	public String toString() {
		return "%s at %s".formatted(this.subject, this.sector);
	}

}
