package dev.quartet.auth.receipts;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.springframework.data.domain.Persistable;

/** Keeps one decision as it was signed. */
@Entity
class Receipt implements Persistable<UUID> {

	@Id
	private UUID id;

	private String userId;

	private String clientId;

	private Instant decidedAt;

	private String decision;

	@Column(length = 200000)
	private String jws;

	@SuppressWarnings("NullAway.Init")
	protected Receipt() {
	}

	Receipt(UUID id, String userId, String clientId, Decision decision, Instant decidedAt, String jws) {
		this.id = id;
		this.userId = userId;
		this.clientId = clientId;
		this.decision = decision.value();
		this.decidedAt = decidedAt;
		this.jws = jws;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return true;
	}

	KeptReceipt kept() {
		return new KeptReceipt(this.id, this.userId, this.clientId, Decision.of(this.decision), this.decidedAt,
				this.jws);
	}

}
