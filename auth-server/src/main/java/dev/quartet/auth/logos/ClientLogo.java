package dev.quartet.auth.logos;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** Keeps the picture of one client, or that its address gave none. */
@Entity
class ClientLogo {

	private static final Duration GOOD_FOR = Duration.ofDays(7);

	private static final Duration PAUSE = Duration.ofHours(1);

	@Id
	private String clientId;

	private String logoUri;

	private @Nullable String mediaType;

	private byte @Nullable [] image;

	private Instant fetchedAt;

	private Instant dueAt;

	@SuppressWarnings("NullAway.Init")
	protected ClientLogo() {
	}

	ClientLogo(String clientId, String logoUri, Instant now) {
		this.clientId = clientId;
		this.logoUri = logoUri;
		this.fetchedAt = now;
		this.dueAt = now;
	}

	/** The address gave this picture. */
	void show(ImageKind kind, byte[] image, Instant now) {
		this.mediaType = kind.mediaType();
		this.image = image.clone();
		this.fetchedAt = now;
		this.dueAt = now.plus(GOOD_FOR);
	}

	/** The address gave something else. */
	void showNothing(Instant now) {
		this.mediaType = null;
		this.image = null;
		this.fetchedAt = now;
		this.dueAt = now.plus(PAUSE);
	}

	/** The address gave no answer: what it gave before stays. */
	void askLater(Instant now) {
		this.dueAt = now.plus(PAUSE);
	}

	/** A picture of another address is none of the client's any more. */
	boolean isFrom(String address) {
		return this.logoUri.equals(address);
	}

	boolean isDue(Instant now) {
		return !now.isBefore(this.dueAt);
	}

	/** The whole picture as an address (RFC 2397), so that a page brings it along. */
	Optional<String> dataUri() {
		return (this.image == null) ? Optional.empty()
				: Optional.of("data:" + this.mediaType + ";base64," + Base64.getEncoder().encodeToString(this.image));
	}

	@Override
	public String toString() {
		return "%s from %s at %s, %s".formatted(this.clientId, this.logoUri, this.fetchedAt, this.mediaType);
	}

}
