package dev.quartet.auth.authorizations;

/**
 * Tells that tokens were signed for a grant that has become another since: nothing has
 * happened, and the same code or refresh token can be tried again.
 */
public class GrantChangedMeanwhile extends RuntimeException {

	private static final long serialVersionUID = 1;

	GrantChangedMeanwhile() {
		super("The grant was changed at the same moment");
	}

}
