package dev.quartet.app.api;

/** The resource server wants a permission that the person has not given us. */
public final class PermissionMissing extends RuntimeException {

	PermissionMissing() {
		super("The API answered 403");
	}

}
