package dev.quartet.auth.apps;

import java.util.List;

import dev.quartet.auth.consents.Face;
import org.jspecify.annotations.Nullable;

/**
 * Is a connected application as its person reads it. Times are texts in her language and
 * time zone; null where there is none.
 *
 * @param grants the newest ones
 * @param furtherGrants how many there are beyond these
 */
record AppView(Face face, String since, @Nullable String until, @Nullable String lastUsed, boolean offline,
		boolean consented, List<Group> groups, List<Held> grants, int furtherGrants, List<String> disused) {

	/** The permissions for one API. */
	record Group(String name, @Nullable String owner, List<Permission> permissions) {
	}

	/**
	 * One permission.
	 *
	 * @param usedBy the API that reported its last use
	 * @param disused whether it has not been used for long
	 */
	record Permission(String scope, String title, @Nullable String description, String risk, String since,
			@Nullable String until, @Nullable String lastUsed, @Nullable String usedBy, boolean fixed,
			boolean disused) {
	}

	/** One sign-in or device that holds tokens. */
	record Held(String id, String since, String active, String until, boolean offline) {
	}

}
