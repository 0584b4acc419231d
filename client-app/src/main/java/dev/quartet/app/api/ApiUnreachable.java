package dev.quartet.app.api;

import java.io.IOException;

/** The resource server does not answer, or has failed itself. */
public final class ApiUnreachable extends RuntimeException {

	ApiUnreachable(String message) {
		super(message);
	}

	ApiUnreachable(IOException cause) {
		super("The API does not answer", cause);
	}

}
