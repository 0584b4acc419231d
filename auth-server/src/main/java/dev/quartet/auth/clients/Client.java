package dev.quartet.auth.clients;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import org.jspecify.annotations.Nullable;

/** Is an application that may ask for tokens. */
@Entity
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

	/**
	 * Makes exactly these hashes the client's secrets, and tells whether anything
	 * changed.
	 */
	public boolean holdSecrets(Set<String> sha256, Instant now) {
		if (sha256.equals(secretHashes(now))) {
			return false;
		}
		this.secrets.removeIf((secret) -> !secret.isValid(now) || !sha256.contains(secret.sha256()));
		Set<String> missing = new LinkedHashSet<>(sha256);
		missing.removeAll(secretHashes(now));
		missing.forEach((hash) -> this.secrets.add(new ClientSecret(hash, now)));
		this.updatedAt = now;
		return true;
	}

	/**
	 * Adds a secret; the older ones stay valid for as long as the client needs to change
	 * over.
	 */
	public void rotateSecret(String sha256, Instant now, Duration changeOver) {
		this.secrets.forEach((secret) -> secret.expireBy(now.plus(changeOver)));
		this.secrets.add(new ClientSecret(sha256, now));
		this.updatedAt = now;
	}

	public void disable(Instant now) {
		this.disabledAt = now;
	}

	public void enable() {
		this.disabledAt = null;
	}

	Set<String> secretHashes(Instant now) {
		return this.secrets.stream()
			.filter((secret) -> secret.isValid(now))
			.sorted(Comparator.comparing(ClientSecret::createdAt).reversed())
			.map(ClientSecret::sha256)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

}
