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

	/** Where it lives: behind the issuer it is the {@code aud} of tokens that open it. */
	public static final String PATH = "/account/api";

	private AccountScopes() {
	}

	/** Whether any of these opens it. */
	public static boolean areAmong(Collection<String> scopes) {
		return scopes.stream().anyMatch(ALL::contains);
	}

}
