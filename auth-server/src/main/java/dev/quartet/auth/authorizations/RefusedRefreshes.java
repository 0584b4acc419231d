package dev.quartet.auth.authorizations;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a client why its refresh token buys nothing any more, so that it can tell its
 * person. Nobody else learns anything.
 */
@Component
public class RefusedRefreshes {

	private static final String CHANGED = "The grant was changed since: use the refresh token that came with the change";

	private final RefreshTokens refreshTokens;

	private final Grants grants;

	private final Clock clock;

	RefusedRefreshes(RefreshTokens refreshTokens, Grants grants, Clock clock) {
		this.refreshTokens = refreshTokens;
		this.grants = grants;
		this.clock = clock;
	}

	/**
	 * Is empty for a token that we never gave, one of another client, and one whose grant
	 * goes on or is long forgotten.
	 */
	@Transactional(readOnly = true)
	public Optional<String> why(String refreshToken, String clientId) {
		return this.refreshTokens.read(refreshToken)
			.flatMap((claim) -> this.grants.findById(claim.grantId())
				.filter((grant) -> grant.clientId().equals(clientId))
				.flatMap((grant) -> why(grant, claim.sequence())));
	}

	private Optional<String> why(Grant grant, int sequence) {
		if (grant.refreshableAt(this.clock.instant())) {
			return grant.outlived(sequence) ? Optional.of(CHANGED) : Optional.empty();
		}
		return Optional.of(grant.endedBy().map((by) -> ended(by, day(grant.idleUntil()))).orElseGet(() -> over(grant)));
	}

	// The end of an ended grant is when it would else have become idle.
	private static String ended(EndedBy by, String day) {
		return switch (by) {
			case PERSON -> "The person withdrew this access on " + day;
			case CLIENT -> "The client gave this access back on " + day;
			case SIGN_OUT -> "The person signed out on " + day;
			case REPLAY -> "A code or refresh token was used twice, so this access was revoked on " + day;
			case OPERATOR -> "This access was ended on " + day;
			case DISUSE -> notUsed(day);
			case EXPIRED -> "This access expired on " + day;
		};
	}

	private static String over(Grant grant) {
		String day = day(grant.idleUntil());
		return grant.idleUntil().isBefore(grant.expiresAt()) ? notUsed(day) : "This access expired on " + day;
	}

	private static String notUsed(String day) {
		return "This access was not used for so long that it ended on " + day;
	}

	private static String day(Instant time) {
		return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
	}

}
