package dev.quartet.app.provider;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/** The authorization server does not answer, or not with what it should. */
public final class ProviderUnreachable extends AuthenticationServiceException {

	public ProviderUnreachable(String message) {
		super(message);
	}

	public ProviderUnreachable(String message, Throwable cause) {
		super(message, cause);
	}

	/** Says whether a failure goes back to a server that is down. */
	public static boolean isBehind(@Nullable Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ProviderUnreachable || cause instanceof ResourceAccessException
					|| cause instanceof HttpServerErrorException) {
				return true;
			}
		}
		return false;
	}

}
