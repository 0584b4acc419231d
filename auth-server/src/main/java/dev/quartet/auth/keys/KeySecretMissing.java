package dev.quartet.auth.keys;

/** Stops a start that has no usable secret to seal or open the signing keys with. */
public class KeySecretMissing extends RuntimeException {

	private static final long serialVersionUID = 1;

	KeySecretMissing(String message) {
		super(message);
	}

}
