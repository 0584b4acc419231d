package dev.quartet.app.api;

/** The signed-in person has no account at the provider whose tokens the API takes. */
public final class NotLinked extends RuntimeException {

	private static final long serialVersionUID = 1;

	NotLinked() {
		super("No identity at the API's provider");
	}

}
