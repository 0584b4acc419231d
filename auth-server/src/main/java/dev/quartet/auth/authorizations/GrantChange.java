package dev.quartet.auth.authorizations;

import java.util.Set;

/**
 * Is the grant that is to be changed as it was when the new tokens were signed.
 *
 * @param sequence of its refresh token
 */
record GrantChange(int sequence, Set<String> scopes, NamedClaims claims) {

	/** Nothing from before has it, and nothing within the grace leads to it. */
	int nextSequence() {
		return this.sequence + 1;
	}

}
