package dev.quartet.auth.protocol;

import java.util.Map;

import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/** Says who a public client claims to be where no code is there to prove anything. */
class PublicClient extends OAuth2ClientAuthenticationToken {

	private static final long serialVersionUID = 1;

	PublicClient(String clientId) {
		super(clientId, ClientAuthenticationMethod.NONE, null, Map.of());
	}

}
