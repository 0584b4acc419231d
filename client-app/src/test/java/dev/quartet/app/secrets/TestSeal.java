package dev.quartet.app.secrets;

import java.security.SecureRandom;

/** Makes a seal for tests that run without the whole application. */
public final class TestSeal {

	private TestSeal() {
	}

	public static Seal seal() {
		return new Seal(new KeySecret("a secret of the tests, long enough to seal with"), new SecureRandom());
	}

}
