package dev.quartet.app.api;

import java.util.Optional;

import dev.quartet.app.identities.Identities;
import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.sessions.SignedInPerson;
import dev.quartet.app.tokens.AccessTokens;
import dev.quartet.app.tokens.TokenSet;
import dev.quartet.app.tokens.TokensRefused;

import org.springframework.stereotype.Component;

/** Finds the tokens that let the signed-in person call the API. */
@Component
public class ApiTokens {

	private final AccessTokens tokens;

	private final Identities identities;

	private final String provider;

	ApiTokens(AccessTokens tokens, Identities identities, ApiSettings settings) {
		this.tokens = tokens;
		this.identities = identities;
		this.provider = settings.provider();
	}

	/**
	 * What to call the API with.
	 * @throws NotLinked when the person has no account that the API knows
	 * @throws TokensRefused when there is none and none can be had
	 * @throws ProviderSilent when it must be renewed and the provider does not answer
	 */
	public TokenSet current() {
		return this.tokens.fresh(known(), this.provider);
	}

	/** What is known of them, without renewing them. */
	public Optional<TokenSet> look() {
		return SignedInPerson.current().flatMap((person) -> this.tokens.look(person.id(), this.provider));
	}

	/**
	 * Whether the person lets us do that.
	 * @throws NotLinked when she has no account that the API knows
	 * @throws TokensRefused when only a new sign-in can tell
	 */
	public boolean allow(String scope) {
		return known().scopes().contains(scope);
	}

	private TokenSet known() {
		SignedInPerson person = SignedInPerson.current()
			.orElseThrow(() -> new TokensRefused(this.provider, "nobody is signed in"));
		return this.tokens.look(person.id(), this.provider).orElseThrow(() -> missing(person));
	}

	private RuntimeException missing(SignedInPerson person) {
		return this.identities.at(this.provider, person.id()).isEmpty() ? new NotLinked()
				: new TokensRefused(this.provider, "no tokens");
	}

	TokenSet instead(TokenSet refused) {
		return this.tokens.instead(refused, this.provider);
	}

	void forget(TokenSet refused) {
		this.tokens.forget(refused);
	}

	/** The registry's name of the provider whose tokens the API takes. */
	public String provider() {
		return this.provider;
	}

}
