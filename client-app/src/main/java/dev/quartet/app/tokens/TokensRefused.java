package dev.quartet.app.tokens;

/** The person's tokens of a provider are no longer any good: only a new sign-in helps. */
public final class TokensRefused extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final String provider;

	public TokensRefused(String provider, String message) {
		super(provider + ": " + message);
		this.provider = provider;
	}

	/** The registry's name of the provider to sign in with. */
	public String provider() {
		return this.provider;
	}

}
