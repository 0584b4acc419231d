package dev.quartet.auth.keys;

import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;

import com.nimbusds.jose.jwk.JWK;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** Keeps one key pair, its private part sealed until it has signed its last token. */
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

	private byte @Nullable [] sealedJwk;

	private Instant createdAt;

	private Instant signsFrom;

	private @Nullable Instant activatedAt;

	private @Nullable Instant retiredAt;

	@SuppressWarnings("NullAway.Init")
	protected SigningKey() {
	}

	private SigningKey(JWK key, int sequence, Seal seal, Instant now) {
		this.kid = key.getKeyID();
		this.algorithm = key.getAlgorithm().getName();
		this.sequence = sequence;
		this.state = KeyState.NEXT;
		this.publicJwk = key.toPublicJWK().toJSONString();
		this.sealedJwk = seal.seal(this.kid, key.toJSONString());
		this.createdAt = now;
		this.signsFrom = now;
	}

	/** A key that signs at once, since its algorithm has no other. */
	static SigningKey signing(JWK key, int sequence, Seal seal, Instant now) {
		SigningKey made = new SigningKey(key, sequence, seal, now);
		made.state = KeyState.ACTIVE;
		made.activatedAt = now;
		return made;
	}

	/** A key that is published now and signs later. */
	static SigningKey announced(JWK key, int sequence, Seal seal, Instant now, Instant signsFrom) {
		SigningKey made = new SigningKey(key, sequence, seal, now);
		made.signsFrom = signsFrom;
		return made;
	}

	JWK publicPart() {
		return parse(this.publicJwk);
	}

	JWK open(Seal seal) {
		if (this.sealedJwk == null) {
			throw new IllegalStateException("The private part of %s is gone".formatted(this));
		}
		return parse(seal.open(this.kid, this.sealedJwk));
	}

	KeyStamp stamp() {
		return new KeyStamp(this.kid, this.state, this.signsFrom);
	}

	boolean is(KeyState asked) {
		return this.state == asked;
	}

	boolean isFor(TokenAlgorithm asked) {
		return this.algorithm.equals(asked.jws().getName());
	}

	KeyState state() {
		return this.state;
	}

	String algorithm() {
		return this.algorithm;
	}

	int sequence() {
		return this.sequence;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	Instant signsFrom() {
		return this.signsFrom;
	}

	Optional<Instant> activatedAt() {
		return Optional.ofNullable(this.activatedAt);
	}

	Optional<Instant> retiredAt() {
		return Optional.ofNullable(this.retiredAt);
	}

	/** Whether it was retired or revoked so long ago that nothing it signed is valid. */
	boolean isOver(Instant retiredUntil) {
		return this.retiredAt != null && !this.retiredAt.isAfter(retiredUntil);
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
		return "%s key %d %s".formatted(this.algorithm, this.sequence, this.kid);
	}

	private JWK parse(String json) {
		try {
			return JWK.parse(json);
		}
		catch (ParseException ex) {
			throw new IllegalStateException("The signing key %s is not a JWK".formatted(this.kid), ex);
		}
	}

}
