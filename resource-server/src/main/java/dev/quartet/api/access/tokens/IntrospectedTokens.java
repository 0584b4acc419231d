package dev.quartet.api.access.tokens;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.quartet.api.access.keys.IssuerAway;
import dev.quartet.api.access.proof.ProofRefused;

/**
 * Checks tokens by asking their issuer (RFC 7662), once for many who bring the same token
 * at a time.
 */
final class IntrospectedTokens {

	private static final Duration REMEMBER_REFUSALS = Duration.ofSeconds(2);

	private static final int MOST_REFUSALS = 10_000;

	private final IssuerSettings issuer;

	private final IntrospectionEndpoint endpoint;

	private final TokenRules rules;

	private final Cache<Fingerprint, RuntimeException> refused;

	private final Map<Fingerprint, CompletableFuture<Optional<Claims>>> underWay = new ConcurrentHashMap<>();

	IntrospectedTokens(IssuerSettings issuer, TokenRules rules, Duration rememberAnswers, Clock clock) {
		this.issuer = issuer;
		this.endpoint = new IntrospectionEndpoint(issuer);
		this.rules = rules;
		this.refused = Caffeine.newBuilder()
			.maximumSize(MOST_REFUSALS)
			.expireAfter(Expiry.<Fingerprint, RuntimeException>writing(
					(token, refusal) -> refusal instanceof ProofRefused ? rememberAnswers : REMEMBER_REFUSALS))
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.executor(Runnable::run)
			.build();
	}

	VerifiedToken verify(String token, Fingerprint fingerprint) {
		RuntimeException known = refused.getIfPresent(fingerprint);
		if (known != null) {
			throw known;
		}
		try {
			Claims claims = ask(token, fingerprint)
				.orElseThrow(() -> new TokenRefused("The issuer says that this token is not active"));
			rules.check(claims);
			return VerifiedToken.of(issuer, claims);
		}
		// The latter is of an active token that is bound in a way that nobody here can
		// check.
		catch (TokenRefused | ProofRefused refusal) {
			refused.put(fingerprint, refusal);
			throw refusal;
		}
	}

	private Optional<Claims> ask(String token, Fingerprint fingerprint) {
		CompletableFuture<Optional<Claims>> mine = new CompletableFuture<>();
		CompletableFuture<Optional<Claims>> others = underWay.putIfAbsent(fingerprint, mine);
		if (others != null) {
			return join(others);
		}
		try {
			mine.complete(endpoint.ask(token));
		}
		catch (IssuerAway away) {
			mine.completeExceptionally(away);
		}
		finally {
			underWay.remove(fingerprint);
			mine.completeExceptionally(new IssuerAway("The introspection endpoint failed"));
		}
		return join(mine);
	}

	private static Optional<Claims> join(CompletableFuture<Optional<Claims>> answer) {
		try {
			return answer.join();
		}
		catch (CompletionException failed) {
			throw failed.getCause() instanceof IssuerAway away ? away : failed;
		}
	}

}
