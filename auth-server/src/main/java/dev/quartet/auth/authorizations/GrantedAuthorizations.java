package dev.quartet.auth.authorizations;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.stereotype.Component;

/** Decides what a refresh token still buys, and keeps the grants behind all tokens. */
@Component
class GrantedAuthorizations {

	private final Grants grants;

	private final RefreshTokens refreshTokens;

	private final RestoredGrants restored;

	private final GrantSettings settings;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	GrantedAuthorizations(Grants grants, RefreshTokens refreshTokens, RestoredGrants restored, GrantSettings settings,
			ApplicationEventPublisher events, Clock clock) {
		this.grants = grants;
		this.refreshTokens = refreshTokens;
		this.restored = restored;
		this.settings = settings;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Moves the grant on to the refresh token that was just derived. Whoever comes second
	 * within the grace gets that same token; later it is a reuse.
	 * @param scope what the grant had when the tokens were signed
	 * @throws GrantChangedMeanwhile if it has another scope since
	 */
	void rotate(String successor, String scope) {
		RefreshTokens.Claim claim = this.refreshTokens.read(successor)
			.orElseThrow(() -> new IllegalStateException("The successor was not derived here"));
		Instant now = this.clock.instant();
		Instant idleUntil = this.settings.idleUntil(now);
		if (this.grants.rotate(claim.grantId(), claim.sequence(), scope, now, idleUntil) == 1) {
			return;
		}
		Grant grant = find(claim.grantId()).filter((found) -> accepts(found, claim.sequence() - 1))
			.orElseThrow(() -> Refusals.invalidGrant("The refresh token was used before"));
		if (!grant.scope().equals(scope)) {
			throw new GrantChangedMeanwhile();
		}
	}

	/** Answers {@code false} if it has ended before. */
	boolean end(UUID grantId, EndedBy by) {
		boolean ended = this.grants.end(grantId, this.clock.instant(), by) == 1;
		if (ended) {
			find(grantId).map((grant) -> GrantEvent.ended(grant, by)).ifPresent(this.events::publishEvent);
		}
		return ended;
	}

	/** A code that is used again kills what it bought (RFC 6749 §4.1.2). */
	void endReplayed(UUID grantId) {
		find(grantId).map(GrantEvent::codeReplayed).ifPresent(this.events::publishEvent);
		end(grantId, EndedBy.REPLAY);
	}

	@Nullable OAuth2Authorization findByRefreshToken(String token) {
		return this.refreshTokens.read(token).flatMap(this::present).orElse(null);
	}

	/** Finds the same without a reuse being theft: the token buys nothing here. */
	@Nullable OAuth2Authorization lookAtRefreshToken(String token) {
		return this.refreshTokens.read(token)
			.flatMap((claim) -> find(claim.grantId()).filter((grant) -> accepts(grant, claim.sequence()))
				.flatMap((grant) -> restore(grant, claim)))
			.orElse(null);
	}

	/** The authorization behind a grant that is alive. */
	Optional<OAuth2Authorization.Builder> findActive(UUID grantId) {
		return active(grantId).flatMap(this.restored::restore);
	}

	/**
	 * The authorization behind a token of this client that carries the id of its grant.
	 */
	Optional<OAuth2Authorization.Builder> findActive(UUID grantId, String clientId) {
		return active(grantId).flatMap((grant) -> this.restored.restore(grant, clientId));
	}

	/**
	 * Any refresh token of the grant: with it the framework revokes what a replayed code
	 * bought.
	 */
	Optional<OAuth2RefreshToken> anyRefreshToken(UUID grantId) {
		return find(grantId).map((grant) -> this.refreshTokens.derive(grantId, grant.refreshSequence()))
			.map((token) -> new OAuth2RefreshToken(token, this.clock.instant()));
	}

	private Optional<OAuth2Authorization> present(RefreshTokens.Claim claim) {
		Optional<Grant> grant = find(claim.grantId()).filter((found) -> found.refreshableAt(this.clock.instant()));
		if (grant.isEmpty()) {
			return Optional.empty();
		}
		if (grant.get().outlived(claim.sequence())) {
			return Optional.empty();
		}
		if (!accepts(grant.get(), claim.sequence())) {
			// A replayed refresh token means theft, so the whole grant goes (RFC 9700
			// §4.14.2).
			this.events.publishEvent(GrantEvent.refreshTokenReused(grant.get()));
			end(claim.grantId(), EndedBy.REPLAY);
			return Optional.empty();
		}
		return restore(grant.get(), claim);
	}

	private Optional<OAuth2Authorization> restore(Grant grant, RefreshTokens.Claim claim) {
		return this.restored.restore(grant)
			.map((builder) -> builder.refreshToken(refreshToken(grant, claim.sequence())).build());
	}

	private boolean accepts(Grant grant, int sequence) {
		Instant now = this.clock.instant();
		return grant.refreshableAt(now) && grant.accepts(sequence, now, this.settings.grace());
	}

	private Optional<Grant> active(UUID grantId) {
		return find(grantId).filter((grant) -> grant.activeAt(this.clock.instant()));
	}

	private Optional<Grant> find(UUID grantId) {
		return this.grants.findById(grantId);
	}

	private OAuth2RefreshToken refreshToken(Grant grant, int sequence) {
		return new OAuth2RefreshToken(this.refreshTokens.derive(grant.getId(), sequence), grant.refreshedAt(),
				grant.idleUntil());
	}

}
