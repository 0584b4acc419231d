package dev.quartet.app.tokens;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import dev.quartet.app.provider.ProviderUnreachable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizationContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.RefreshTokenOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;

/**
 * Gives the current request an access token that is still good, renewing it when needed.
 */
@Component
public class AccessTokens {

	private final RefreshTokenOAuth2AuthorizedClientProvider refreshes = new RefreshTokenOAuth2AuthorizedClientProvider();

	private final SessionTokens store;

	private final HttpServletRequest request;

	private final Clock clock;

	AccessTokens(SessionTokens store, HttpServletRequest request, Clock clock,
			OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> tokenEndpoint) {
		this.store = store;
		this.request = request;
		this.clock = clock;
		this.refreshes.setAccessTokenResponseClient(tokenEndpoint);
		this.refreshes.setClock(clock);
	}

	/**
	 * The access token to call the API with.
	 * @throws TokensRefused when there is none and none can be had
	 * @throws ProviderUnreachable when it must be renewed and the server does not answer
	 */
	public OAuth2AccessToken current() {
		HttpSession session = this.request.getSession(false);
		if (session == null) {
			throw new TokensRefused("No session");
		}
		// Tabs load side by side: the second to come finds the renewed token, because a
		// refresh token used twice looks like theft (RFC 9700 §4.14.2).
		ReentrantLock lock = this.store.lockOf(session);
		lock.lock();
		try {
			return renewed(session).getAccessToken();
		}
		catch (IllegalStateException ex) {
			throw new TokensRefused("The session ended while the token was renewed", ex);
		}
		finally {
			lock.unlock();
		}
	}

	public boolean allow(String scope) {
		return scopes().contains(scope);
	}

	public Optional<Instant> expiry() {
		return stored().map((tokens) -> tokens.getAccessToken().getExpiresAt());
	}

	public boolean present() {
		return stored().isPresent();
	}

	/** Drops the tokens, unless a newer sign-in has replaced the refused one. */
	public void forget(String refusedAccessToken) {
		HttpSession session = this.request.getSession(false);
		stored().filter((tokens) -> tokens.getAccessToken().getTokenValue().equals(refusedAccessToken))
			.ifPresent((tokens) -> this.store.remove(Objects.requireNonNull(session)));
	}

	private OAuth2AuthorizedClient renewed(HttpSession session) {
		OAuth2AuthorizedClient tokens = this.store.find(session)
			.orElseThrow(() -> new TokensRefused("No tokens in the session"));
		try {
			OAuth2AuthorizedClient fresh = this.refreshes.authorize(contextOf(tokens));
			if (fresh == null) {
				return stillGood(session, tokens);
			}
			this.store.replace(session, fresh);
			return fresh;
		}
		catch (OAuth2AuthorizationException ex) {
			return afterFailure(session, tokens, ex);
		}
	}

	private OAuth2AuthorizedClient afterFailure(HttpSession session, OAuth2AuthorizedClient tokens,
			OAuth2AuthorizationException failure) {
		if (!ProviderUnreachable.isBehind(failure)) {
			this.store.remove(session);
			throw new TokensRefused("The refresh was refused: " + failure.getError().getErrorCode(), failure);
		}
		if (isExpired(tokens)) {
			throw new ProviderUnreachable("The access token cannot be renewed", failure);
		}
		return tokens;
	}

	private OAuth2AuthorizedClient stillGood(HttpSession session, OAuth2AuthorizedClient tokens) {
		if (isExpired(tokens)) {
			this.store.remove(session);
			throw new TokensRefused("The access token has expired and there is no refresh token");
		}
		return tokens;
	}

	private static OAuth2AuthorizationContext contextOf(OAuth2AuthorizedClient tokens) {
		return OAuth2AuthorizationContext.withAuthorizedClient(tokens)
			.principal(Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication()))
			.build();
	}

	/**
	 * A server that grants what was asked may leave {@code scope} out (RFC 6749 §5.1).
	 */
	private Set<String> scopes() {
		return stored().map((tokens) -> {
			Set<String> granted = tokens.getAccessToken().getScopes();
			return granted.isEmpty() ? tokens.getClientRegistration().getScopes() : granted;
		}).orElse(Set.of());
	}

	private Optional<OAuth2AuthorizedClient> stored() {
		return this.store.find(this.request.getSession(false));
	}

	private boolean isExpired(OAuth2AuthorizedClient tokens) {
		Instant expiry = tokens.getAccessToken().getExpiresAt();
		return expiry != null && !this.clock.instant().isBefore(expiry);
	}

}
