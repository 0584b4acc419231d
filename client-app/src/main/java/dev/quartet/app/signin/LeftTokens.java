package dev.quartet.app.signin;

import java.util.Optional;

import dev.quartet.app.identities.Identities;
import dev.quartet.app.identities.Identity;
import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.oauth2.TokenRequests;
import dev.quartet.app.sessions.ProviderSessions;
import dev.quartet.app.sessions.SignedInPerson;
import dev.quartet.app.tokens.TokenEndpoints;
import dev.quartet.app.tokens.TokenSet;
import dev.quartet.app.tokens.TokenSets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Drops tokens that nobody needs any more, here and at the provider (RFC 7009): those of
 * a person who has signed out of her last browser, and of an account that she unlinks.
 */
@Component
public class LeftTokens {

	private static final Logger log = LoggerFactory.getLogger(LeftTokens.class);

	private final ProviderSessions sessions;

	private final Identities identities;

	private final TokenSets tokens;

	private final TokenEndpoints endpoints;

	private final TokenRequests requests;

	private final AsyncTaskExecutor later;

	LeftTokens(ProviderSessions sessions, Identities identities, TokenSets tokens, TokenEndpoints endpoints,
			TokenRequests requests, @Qualifier("applicationTaskExecutor") AsyncTaskExecutor later) {
		this.sessions = sessions;
		this.identities = identities;
		this.tokens = tokens;
		this.endpoints = endpoints;
		this.requests = requests;
		this.later = later;
	}

	void drop(SignedInPerson person) {
		taken(person.issuer(), person.subject())
			.ifPresent((left) -> this.later.execute(() -> revoke(person.provider(), left)));
	}

	/** Takes an identity from a person, and its tokens with it. */
	public boolean unlink(String person, Identity identity) {
		Optional<TokenSet> left = this.tokens.of(identity.id());
		boolean unlinked = this.identities.unlink(person, identity.id());
		if (unlinked) {
			left.ifPresent((tokens) -> this.later.execute(() -> revoke(identity.provider(), tokens)));
		}
		return unlinked;
	}

	/**
	 * Drops them here only: a provider that ends a session itself decides what becomes of
	 * its grants (OpenID Connect Back-Channel Logout 1.0 §2.7).
	 */
	public void forget(String issuer, String subject) {
		taken(issuer, subject);
	}

	private Optional<TokenSet> taken(String issuer, String subject) {
		if (this.sessions.any(issuer, subject)) {
			return Optional.empty();
		}
		Optional<TokenSet> left = this.identities.find(issuer, subject).map(Identity::id).flatMap(this.tokens::of);
		left.ifPresent(this.tokens::remove);
		return left;
	}

	/** The person does not wait for it, and what fails expires by itself. */
	private void revoke(String provider, TokenSet left) {
		String token = left.tokens().refreshToken();
		try {
			this.endpoints.revocation(provider)
				.ifPresent((endpoint) -> this.requests.revoke(endpoint, (token != null) ? token : left.accessToken()));
		}
		catch (ProviderSilent | AnswerRefused ex) {
			log.info("Tokens left to expire: {}", ex.getMessage());
		}
	}

}
