package dev.quartet.app.identities;

/** An account elsewhere belongs to another person here already. */
public final class IdentityTaken extends RuntimeException {

	private static final long serialVersionUID = 1;

	IdentityTaken() {
		super("The identity belongs to another person");
	}

}
