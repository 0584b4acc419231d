package dev.quartet.app.identities;

/**
 * Is what a finished sign-in has proven: the key is issuer and subject, never an e-mail
 * address.
 *
 * @param provider the registry's name of the provider
 * @param issuer who says so
 * @param subject what the issuer calls the person
 * @param profile what else it tells
 */
public record Proof(String provider, String issuer, String subject, Profile profile) {
}
