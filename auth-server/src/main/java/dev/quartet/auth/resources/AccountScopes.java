package dev.quartet.auth.resources;

import java.util.Collection;
import java.util.Set;

/**
 * Names the scopes that open this server's own API, at which an application that a person
 * trusts looks after her connected applications.
 */
public final class AccountScopes {

	public static final String READ_APPS = "account:apps:read";

	public static final String CHANGE_APPS = "account:apps:write";

	public static final Set<String> ALL = Set.of(READ_APPS, CHANGE_APPS);

	/** Where it lives. */
	public static final String PATH = "/account/api";

	private AccountScopes() {
	}

	/** The {@code aud} of the tokens that open it: the address at which it lives. */
	public static String audience(String issuer) {
		return issuer + PATH;
	}

	/** Whether any of these opens it. */
	public static boolean areAmong(Collection<String> scopes) {
		return scopes.stream().anyMatch(ALL::contains);
	}

}
