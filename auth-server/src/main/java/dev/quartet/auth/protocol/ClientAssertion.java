package dev.quartet.auth.protocol;

import java.util.Map;

import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/**
 * Carries what a client signed to prove who it is (RFC 7523 §2.2). The method has the
 * name under which the framework checks the proof key of a code afterwards.
 */
class ClientAssertion extends OAuth2ClientAuthenticationToken {

	static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

	private static final long serialVersionUID = 1;

	ClientAssertion(String clientId, String assertion, Map<String, Object> codeParameters) {
		super(clientId, new ClientAuthenticationMethod(TYPE), assertion, codeParameters);
	}

}
