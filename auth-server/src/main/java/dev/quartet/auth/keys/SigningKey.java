package dev.quartet.auth.keys;

import java.text.ParseException;
import java.time.Instant;

import com.nimbusds.jose.jwk.JWK;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** Keeps one key pair, its private part sealed. */
@Entity
@Table(name = "signing_key")
class SigningKey implements Persistable<String> {

	@Id
	private String kid;

	private String algorithm;

	private int sequence;

	@Enumerated(EnumType.STRING)
	private KeyState state;

	@Column(length = 4000)
	private String publicJwk;

	private byte[] sealedJwk;

	private Instant createdAt;

	private @Nullable Instant activatedAt;

	private @Nullable Instant retiredAt;

	@SuppressWarnings("NullAway.Init")
	protected SigningKey() {
	}

	SigningKey(JWK key, int sequence, Seal seal, Instant now) {
		this.kid = key.getKeyID();
		this.algorithm = key.getAlgorithm().getName();
		this.sequence = sequence;
		this.state = KeyState.ACTIVE;
		this.publicJwk = key.toPublicJWK().toJSONString();
		this.sealedJwk = seal.seal(this.kid, key.toJSONString());
		this.createdAt = now;
		this.activatedAt = now;
	}

	JWK open(Seal seal) {
		try {
			return JWK.parse(seal.open(this.kid, this.sealedJwk));
		}
		catch (ParseException ex) {
			throw new IllegalStateException("The signing key %s is not a JWK".formatted(this.kid), ex);
		}
	}

	boolean signs() {
		return this.state == KeyState.ACTIVE;
	}

	@Override
	public String getId() {
		return this.kid;
	}

	@Override
	public boolean isNew() {
		return true;
	}

	@Override
	public String toString() {
		return "%s key %d %s (%s, made %s, active from %s, retired %s)".formatted(this.algorithm, this.sequence,
				this.kid, this.state, this.createdAt, this.activatedAt, this.retiredAt);
	}

}
