package dev.quartet.auth.consents;

import dev.quartet.auth.audit.AuditEvent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;

/** Tells that a person allowed something to a client, or took it back. */
record ConsentEvent(String type, String userId, String clientId, String detail) implements AuditEvent {

	static ConsentEvent given(OAuth2AuthorizationConsent consent) {
		return of("consent_given", consent);
	}

	static ConsentEvent withdrawn(OAuth2AuthorizationConsent consent) {
		return of("consent_withdrawn", consent);
	}

	private static ConsentEvent of(String type, OAuth2AuthorizationConsent consent) {
		return new ConsentEvent(type, consent.getPrincipalName(), consent.getRegisteredClientId(),
				String.join(" ", consent.getScopes()));
	}

}
