package dev.quartet.app.secrets;

/** Stops a start that has no usable secret to seal tokens with. */
final class KeySecretMissing extends RuntimeException {

	private static final long serialVersionUID = 1;

	KeySecretMissing(String message) {
		super(message);
	}

}
