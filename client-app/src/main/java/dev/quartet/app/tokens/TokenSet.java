package dev.quartet.app.tokens;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import dev.quartet.app.oauth2.ReceivedTokens;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Is what a provider gave for one identity.
 *
 * @param identity whose it is
 * @param generation counts the renewals
 * @param receivedAt when it came
 * @param tokens the tokens themselves
 */
public record TokenSet(String identity, long generation, Instant receivedAt, ReceivedTokens tokens) {

	private static final Duration AHEAD = Duration.ofSeconds(30);

	public String accessToken() {
		return this.tokens.accessToken();
	}

	public Set<String> scopes() {
		String scope = this.tokens.scope();
		return (scope != null) ? StringUtils.commaDelimitedListToSet(scope.strip().replaceAll("[ ,]+", ",")) : Set.of();
	}

	public @Nullable Instant expiresAt() {
		return this.tokens.expiresAt();
	}

	boolean isExpired(Instant now) {
		Instant end = this.tokens.expiresAt();
		return end != null && !now.isBefore(end);
	}

	/** Whether it ends so soon that it may not outlive the next call. */
	boolean isDue(Instant now) {
		Instant end = this.tokens.expiresAt();
		if (end == null) {
			return false;
		}
		Duration tenth = Duration.between(this.receivedAt, end).dividedBy(10);
		return !now.isBefore(end.minus((tenth.compareTo(AHEAD) < 0) ? tenth : AHEAD));
	}

}
