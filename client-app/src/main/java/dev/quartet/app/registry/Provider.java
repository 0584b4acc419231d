package dev.quartet.app.registry;

/** Is one entry of the registry: a server that people can sign in with. */
public sealed interface Provider permits OidcProvider, OAuth2Provider, OAuth1Provider {

	/** Its name in configuration and in our addresses: lower case, digits and hyphens. */
	String name();

	/** Its name for people. */
	String title();

	Credentials credentials();

	/** What its subjects are unique in. */
	String issuer();

}
