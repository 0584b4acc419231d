package dev.quartet.app.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.oauth2.TokenEndpoint;
import dev.quartet.app.oauth2.TokenRequests;
import dev.quartet.app.registry.Provider;
import dev.quartet.app.registry.Providers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Gives an access token that is still good, renewing it when needed: once, however many
 * threads and instances ask, because a refresh token used twice looks like theft (RFC
 * 9700 §4.14.2).
 */
@Component
public class AccessTokens {

	private static final Logger log = LoggerFactory.getLogger(AccessTokens.class);

	/**
	 * Much longer than the call to the token endpoint may take, which is all that happens
	 * within it.
	 */
	private static final Duration LEASE = Duration.ofSeconds(20);

	private static final Duration PATIENCE = Duration.ofSeconds(22);

	private static final long PAUSE_MILLIS = 40;

	private final ReentrantLock[] locks = IntStream.range(0, 64)
		.mapToObj((index) -> new ReentrantLock())
		.toArray(ReentrantLock[]::new);

	private final RecentFailures failures;

	private final TokenSets store;

	private final TokenEndpoints endpoints;

	private final TokenRequests requests;

	private final Providers providers;

	private final Clock clock;

	AccessTokens(TokenSets store, TokenEndpoints endpoints, TokenRequests requests, Providers providers, Clock clock) {
		this.store = store;
		this.endpoints = endpoints;
		this.requests = requests;
		this.providers = providers;
		this.clock = clock;
		this.failures = new RecentFailures(clock);
	}

	/**
	 * What to call the provider's APIs with, given what is known of the tokens.
	 * @throws TokensRefused when they are no good any more and none can be had
	 * @throws ProviderSilent when they must be renewed and the provider does not answer
	 */
	public TokenSet fresh(TokenSet tokens, String provider) {
		if (!tokens.isDue(now())) {
			return tokens;
		}
		if (tokens.tokens().refreshToken() == null) {
			return stillGood(tokens, provider);
		}
		return tokens.isExpired(now()) ? renewed(tokens, provider, (known) -> !known.isExpired(now()))
				: renewedAhead(tokens, provider);
	}

	/**
	 * What to call the provider's APIs with when one of them has refused these, whatever
	 * their time says.
	 * @throws TokensRefused when none can be had
	 * @throws ProviderSilent when the provider does not answer
	 */
	public TokenSet instead(TokenSet refused, String provider) {
		if (refused.tokens().refreshToken() == null) {
			this.store.remove(refused);
			throw new TokensRefused(provider, "the access token was refused and there is no refresh token");
		}
		return renewed(refused, provider,
				(tokens) -> tokens.generation() != refused.generation() && !tokens.isExpired(now()));
	}

	/** What is known of the tokens, without renewing them. */
	public Optional<TokenSet> look(String person, String provider) {
		return this.store.find(person, provider);
	}

	/** Drops tokens that were refused, unless newer ones have come. */
	public void forget(TokenSet refused) {
		this.store.remove(refused);
	}

	private TokenSet stillGood(TokenSet tokens, String provider) {
		if (tokens.isExpired(now())) {
			this.store.remove(tokens);
			throw new TokensRefused(provider, "the access token has expired and there is no refresh token");
		}
		return tokens;
	}

	/** Whoever gets the lease renews; all others go on with what is still good. */
	private TokenSet renewedAhead(TokenSet tokens, String provider) {
		try {
			TokenEndpoint endpoint = endpoint(provider);
			return this.store.claim(tokens, now().plus(LEASE)) ? renew(tokens, endpoint, provider) : tokens;
		}
		catch (ProviderSilent ex) {
			return tokens;
		}
	}

	/**
	 * All wait for the one that renews: here at a lock, on other instances by looking.
	 */
	private TokenSet renewed(TokenSet expired, String provider, Predicate<TokenSet> good) {
		ReentrantLock lock = this.locks[Math.floorMod(expired.identity().hashCode(), this.locks.length)];
		lock.lock();
		try {
			long end = System.nanoTime() + PATIENCE.toNanos();
			while (System.nanoTime() < end) {
				TokenSet tokens = this.store.of(expired.identity())
					.orElseThrow(() -> new TokensRefused(provider, "the tokens were taken away"));
				if (good.test(tokens)) {
					return tokens;
				}
				this.failures.throwRecent(tokens.identity());
				TokenEndpoint endpoint = endpoint(provider);
				if (this.store.claim(tokens, now().plus(LEASE))) {
					return renew(tokens, endpoint, provider);
				}
				pause();
			}
			throw new ProviderSilent("Another instance has not renewed the token in time");
		}
		finally {
			lock.unlock();
		}
	}

	/** Found before the lease begins: the metadata may have to be read first. */
	private TokenEndpoint endpoint(String provider) {
		Provider known = this.providers.find(provider)
			.orElseThrow(() -> new TokensRefused(provider, "no such provider any more"));
		try {
			return this.endpoints.of(known);
		}
		catch (AnswerRefused ex) {
			throw new ProviderSilent("The token endpoint is not known: " + ex.getMessage(), ex);
		}
	}

	private TokenSet renew(TokenSet tokens, TokenEndpoint endpoint, String provider) {
		try {
			this.store.replace(tokens, this.requests.refresh(endpoint, String.valueOf(tokens.tokens().refreshToken())));
			return this.store.of(tokens.identity())
				.orElseThrow(() -> new TokensRefused(provider, "the tokens were taken away"));
		}
		catch (AnswerRefused ex) {
			if ("invalid_grant".equals(ex.reason())) {
				this.store.remove(tokens);
				throw new TokensRefused(provider, "the refresh was refused: " + ex.getMessage());
			}
			log.warn("{}: no refresh: {}", provider, ex.getMessage());
			throw given(tokens, new ProviderSilent("The refresh was not possible: " + ex.getMessage(), ex));
		}
		catch (ProviderSilent ex) {
			throw given(tokens, ex);
		}
	}

	private ProviderSilent given(TokenSet tokens, ProviderSilent failure) {
		this.store.release(tokens);
		this.failures.remember(tokens.identity(), failure);
		return failure;
	}

	private Instant now() {
		return this.clock.instant();
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ProviderSilent("Interrupted while waiting for a renewed token", ex);
		}
	}

}
