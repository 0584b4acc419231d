package dev.quartet.auth.authorizations;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;

/** Keeps what one person granted to one client at one time. */
@Entity
@Table(name = "authorization_grant")
class Grant implements Persistable<UUID> {

	@Id
	private UUID id;

	private String clientId;

	private String userId;

	@Column(length = 4000)
	private String scope;

	@Column(length = 4000)
	private String resources;

	@Column(length = 4000)
	@Convert(converter = NamedClaimsColumn.class)
	private NamedClaims claims;

	private String amr;

	private Instant authTime;

	private @Nullable String sid;

	private int refreshSequence;

	/** The first one since the grant was changed. */
	private int firstSequence;

	private Instant refreshedAt;

	private Instant createdAt;

	private @Nullable Instant updatedAt;

	@Enumerated(EnumType.STRING)
	private @Nullable UpdatedBy updatedBy;

	private Instant idleUntil;

	private Instant expiresAt;

	private @Nullable Instant revokedAt;

	@Enumerated(EnumType.STRING)
	private @Nullable EndedBy endedBy;

	@Transient
	private boolean stored;

	@SuppressWarnings("NullAway.Init")
	protected Grant() {
	}

	/** Says yes to what the authorization carries; its id becomes the grant's. */
	Grant(OAuth2Authorization authorization, SignIn signIn, Instant now, Instant expiresAt, Instant idleUntil) {
		this.id = UUID.fromString(authorization.getId());
		this.clientId = authorization.getRegisteredClientId();
		this.userId = signIn.userId();
		this.createdAt = now;
		describe(authorization, signIn);
		last(now, expiresAt, idleUntil);
	}

	/**
	 * Becomes what the authorization carries (Grant Management for OAuth 2.0 §5.2); no
	 * refresh token from before counts any more.
	 */
	void change(OAuth2Authorization authorization, SignIn signIn, Instant now, Instant expiresAt, Instant idleUntil) {
		describe(authorization, signIn);
		last(now, expiresAt, idleUntil);
		this.refreshSequence = asChangeable().nextSequence();
		this.firstSequence = this.refreshSequence;
		this.updatedAt = now;
		this.updatedBy = UpdatedBy.CLIENT;
	}

	private void describe(OAuth2Authorization authorization, SignIn signIn) {
		GrantedResources resources = authorization.getAttribute(GrantedResources.class.getName());
		NamedClaims named = authorization.getAttribute(NamedClaims.class.getName());
		this.scope = String.join(" ", authorization.getAuthorizedScopes());
		this.resources = (resources != null) ? String.join(" ", resources.identifiers()) : "";
		this.claims = (named != null) ? named : NamedClaims.NONE;
		this.amr = String.join(" ", signIn.amr());
		this.authTime = signIn.authTime();
		this.sid = signIn.sid();
	}

	private void last(Instant now, Instant expiresAt, Instant idleUntil) {
		this.refreshedAt = now;
		this.expiresAt = expiresAt;
		this.idleUntil = idleUntil.isBefore(expiresAt) ? idleUntil : expiresAt;
	}

	boolean activeAt(Instant now) {
		return this.revokedAt == null && this.expiresAt.isAfter(now);
	}

	boolean refreshableAt(Instant now) {
		return activeAt(now) && this.idleUntil.isAfter(now);
	}

	/**
	 * Whether this sequence number may be presented now: the current one, or the one
	 * before it while an answer may still be on its way.
	 */
	boolean accepts(int sequence, Instant now, Duration grace) {
		return !outlived(sequence) && (sequence == this.refreshSequence
				|| (sequence == this.refreshSequence - 1 && this.refreshedAt.plus(grace).isAfter(now)));
	}

	/** Whether this one ended with a change of the grant: to bring it is no theft. */
	boolean outlived(int sequence) {
		return sequence < this.firstSequence;
	}

	GrantChange asChangeable() {
		return new GrantChange(this.refreshSequence, scopes(), this.claims);
	}

	String clientId() {
		return this.clientId;
	}

	String userId() {
		return this.userId;
	}

	int refreshSequence() {
		return this.refreshSequence;
	}

	Instant refreshedAt() {
		return this.refreshedAt;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	@Nullable Instant updatedAt() {
		return this.updatedAt;
	}

	@Nullable UpdatedBy updatedBy() {
		return this.updatedBy;
	}

	Instant idleUntil() {
		return this.idleUntil;
	}

	Instant expiresAt() {
		return this.expiresAt;
	}

	/** Is empty while nobody has, and for what ended before anybody wrote it down. */
	Optional<EndedBy> endedBy() {
		return Optional.ofNullable(this.endedBy);
	}

	Set<String> scopes() {
		return words(this.scope);
	}

	/** The same as it is stored. */
	String scope() {
		return this.scope;
	}

	Set<String> resources() {
		return words(this.resources);
	}

	NamedClaims claims() {
		return this.claims;
	}

	SignIn signIn() {
		return new SignIn(this.userId, this.authTime, List.copyOf(words(this.amr)), this.sid);
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return !this.stored;
	}

	@PostLoad
	@PostPersist
	void stored() {
		this.stored = true;
	}

	private static Set<String> words(String text) {
		return text.isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(text.split(" ", -1)));
	}

}
