package dev.quartet.auth.clients;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import org.jspecify.annotations.Nullable;

/** Is an application that may ask for tokens. */
@Entity
@EntityListeners(ClientListener.class)
public class Client {

	@Id
	private String clientId;

	@Embedded
	private ClientMetadata metadata;

	@OneToMany(fetch = FetchType.EAGER, cascade = CascadeType.ALL, orphanRemoval = true)
	@JoinColumn(name = "client_id", nullable = false, updatable = false)
	private List<ClientSecret> secrets = new ArrayList<>();

	private Instant createdAt;

	private Instant updatedAt;

	private @Nullable Instant disabledAt;

	@SuppressWarnings("NullAway.Init")
	protected Client() {
	}

	public Client(String clientId, ClientMetadata metadata, Instant now) {
		this.clientId = clientId;
		this.metadata = metadata;
		this.createdAt = now;
		this.updatedAt = now;
	}

	public String clientId() {
		return this.clientId;
	}

	public ClientMetadata metadata() {
		return this.metadata;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public Instant updatedAt() {
		return this.updatedAt;
	}

	public boolean isDisabled() {
		return this.disabledAt != null;
	}

	/** Tells whether anything changed. */
	public boolean describe(ClientMetadata metadata, Instant now) {
		if (metadata.equals(this.metadata)) {
			return false;
		}
		this.metadata = metadata;
		this.updatedAt = now;
		return true;
	}

	/** Makes exactly these hashes the client's secrets, for good. */
	public boolean holdSecrets(Set<String> sha256, Instant now) {
		return holdSecrets(sha256.stream().map(DeclaredSecret::forGood).toList(), now);
	}

	/**
	 * Makes exactly these the client's secrets, and tells whether anything changed.
	 */
	public boolean holdSecrets(Collection<DeclaredSecret> declared, Instant now) {
		Set<DeclaredSecret> wanted = declared.stream()
			.filter((secret) -> secret.isValid(now))
			.collect(Collectors.toCollection(LinkedHashSet::new));
		Set<DeclaredSecret> held = validSecrets(now).map(ClientSecret::declared).collect(Collectors.toSet());
		if (wanted.equals(held)) {
			return false;
		}
		this.secrets.removeIf((secret) -> !secret.isValid(now) || !wanted.contains(secret.declared()));
		wanted.removeAll(held);
		wanted.forEach((secret) -> this.secrets.add(new ClientSecret(secret, now)));
		this.updatedAt = now;
		return true;
	}

	/**
	 * Adds a secret; the older ones stay valid for as long as the client needs to change
	 * over.
	 */
	public void rotateSecret(String sha256, Instant now, Duration changeOver) {
		this.secrets.removeIf((secret) -> !secret.isValid(now));
		this.secrets.forEach((secret) -> secret.expireBy(now.plus(changeOver)));
		this.secrets.add(new ClientSecret(DeclaredSecret.forGood(sha256), now));
		this.updatedAt = now;
	}

	/** Leaves the client without a secret: it can no longer authenticate. */
	public void revokeSecrets(Instant now) {
		this.secrets.clear();
		this.updatedAt = now;
	}

	public void disable(Instant now) {
		this.disabledAt = now;
	}

	public void enable() {
		this.disabledAt = null;
	}

	/** Whether this is the hash of one of the secrets. */
	public boolean holds(String sha256, Instant now) {
		return validSecrets(now).anyMatch((secret) -> MessageDigest
			.isEqual(secret.sha256().getBytes(StandardCharsets.US_ASCII), sha256.getBytes(StandardCharsets.US_ASCII)));
	}

	Set<String> secretHashes(Instant now) {
		return validSecrets(now).map(ClientSecret::sha256).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	Optional<Instant> nextSecretExpiry(Instant now) {
		return validSecrets(now).flatMap((secret) -> secret.expiresAt().stream()).min(Comparator.naturalOrder());
	}

	/** The newest first. */
	Stream<ClientSecret> validSecrets(Instant now) {
		return this.secrets.stream()
			.filter((secret) -> secret.isValid(now))
			.sorted(Comparator.comparing(ClientSecret::createdAt).reversed());
	}

}
