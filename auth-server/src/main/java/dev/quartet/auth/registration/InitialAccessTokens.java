package dev.quartet.auth.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.quartet.auth.clients.GeneratedSecrets;
import dev.quartet.auth.onetime.Sha256;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes the tokens with which clients may register, and takes their uses. */
@Component
class InitialAccessTokens {

	private final InitialAccessTokenRows rows;

	private final GeneratedSecrets generated;

	private final Clock clock;

	InitialAccessTokens(InitialAccessTokenRows rows, GeneratedSecrets generated, Clock clock) {
		this.rows = rows;
		this.generated = generated;
		this.clock = clock;
	}

	/** Gives a new token, which is told only here. */
	@Transactional
	String issue(Set<String> scope, int uses, Duration life) {
		String token = this.generated.next();
		Instant now = this.clock.instant();
		this.rows.save(new InitialAccessToken(Sha256.of(token), scope, uses, now, now.plus(life)));
		return token;
	}

	/** Says what the clients of this token may ask for, if it still counts. */
	@Transactional(readOnly = true)
	Optional<Set<String>> scope(String token) {
		return this.rows.findById(Sha256.of(token))
			.filter((found) -> found.countsAt(this.clock.instant()))
			.map(InitialAccessToken::scope);
	}

	/** Takes one use, which comes back if what it buys fails. */
	@Transactional(propagation = Propagation.MANDATORY)
	boolean claim(String token) {
		return this.rows.claim(Sha256.of(token), this.clock.instant()) == 1;
	}

}
