package dev.quartet.auth.assertions;

/**
 * Says what is wrong with a request object, in words for the developer of the client.
 */
public class RequestObjectRefused extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final String description;

	public RequestObjectRefused(String description) {
		super(description, null, false, false);
		this.description = description;
	}

	public String description() {
		return this.description;
	}

}
