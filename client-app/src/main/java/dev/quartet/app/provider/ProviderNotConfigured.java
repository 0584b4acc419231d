package dev.quartet.app.provider;

import org.springframework.security.authentication.AuthenticationServiceException;

/** Nobody told this application its client secret. */
public final class ProviderNotConfigured extends AuthenticationServiceException {

	ProviderNotConfigured() {
		super("QUARTET_APP_CLIENT_SECRET is not set");
	}

}
