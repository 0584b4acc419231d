package dev.quartet.auth.authorize;

import java.util.function.Consumer;

import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.clients.QuartetClientSettings;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Refuses a client in the browser's address that promised to push (RFC 9126 §6). */
@Component
class PushedOnlyRules implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

	@Override
	public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
		OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
		if (!isPushed(request) && QuartetClientSettings.further(context.getRegisteredClient())
			.flag(MetadataField.REQUIRE_PUSHED_AUTHORIZATION_REQUESTS)) {
			throw RequestRefusals.atTheClient(
					new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, "This client must push its requests",
							"https://www.rfc-editor.org/rfc/rfc9126#section-6"),
					request, context.getRegisteredClient());
		}
	}

	/** Whether the store gave it: one that is sent has no address, or an empty one. */
	static boolean isPushed(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
		return request.getAdditionalParameters().get(OAuth2ParameterNames.REQUEST_URI) instanceof String address
				&& StringUtils.hasText(address);
	}

}
