package dev.quartet.app.home;

import java.net.URI;

import dev.quartet.app.registry.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Is one button of the sign-in page.
 *
 * @param id of the link
 * @param at the host at which people sign in there
 * @param problem why it cannot be used at the moment
 */
record SignInChoice(String id, String name, String title, String at, @Nullable String problem) {

	static SignInChoice of(Provider provider, @Nullable String problem) {
		String id = "quartet".equals(provider.name()) ? "sign-in" : "sign-in-" + provider.name();
		return new SignInChoice(id, provider.name(), provider.title(), host(provider.issuer()), problem);
	}

	/** An issuer may hold braces (registry/presets.yml), which an address may not. */
	private static String host(String issuer) {
		return URI.create(issuer.replaceAll("[{}]", "")).getAuthority();
	}

}
