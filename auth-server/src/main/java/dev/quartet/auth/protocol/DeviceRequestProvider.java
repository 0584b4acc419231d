package dev.quartet.auth.protocol;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import dev.quartet.auth.authorizations.DeviceOrigin;
import dev.quartet.auth.authorizations.GrantAction;
import dev.quartet.auth.authorizations.GrantRequest;
import dev.quartet.auth.authorizations.GrantedResources;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceAuthorizationRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Decides whether a client may ask a person through a device, and gives it its codes (RFC
 * 8628 §3.1-3.2). The framework's own provider refuses the scope openid and fails when a
 * user code is taken.
 */
class DeviceRequestProvider implements AuthenticationProvider {

	private static final int TRIES = 5;

	private static final String CREATE = GrantAction.CREATE.value();

	private static final String CLAUSE = "https://www.rfc-editor.org/rfc/rfc8628#section-3.1";

	private final OAuth2AuthorizationService authorizations;

	private final DeviceCodes codes;

	private final Predicate<String> knownResource;

	DeviceRequestProvider(OAuth2AuthorizationService authorizations, DeviceCodes codes,
			Predicate<String> knownResource) {
		this.authorizations = authorizations;
		this.codes = codes;
		this.knownResource = knownResource;
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		OAuth2DeviceAuthorizationRequestAuthenticationToken request = (OAuth2DeviceAuthorizationRequestAuthenticationToken) authentication;
		RegisteredClient client = client(request);
		if (!client.getAuthorizationGrantTypes().contains(AuthorizationGrantType.DEVICE_CODE)) {
			throw refused(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT, "This client may not use the device grant");
		}
		if (!client.getScopes().containsAll(request.getScopes())) {
			throw refused(OAuth2ErrorCodes.INVALID_SCOPE, "scope names one that is not registered for this client");
		}
		if (!Collections.disjoint(request.getScopes(), GrantRequest.SCOPES)) {
			throw refused(OAuth2ErrorCodes.INVALID_SCOPE, "The scopes of grant management are for the client itself");
		}
		GrantRequest grant = GrantRequest.of(request.getAdditionalParameters());
		if (grant.grantId().isPresent() || grant.action().filter((action) -> !action.equals(CREATE)).isPresent()) {
			throw refused(OAuth2ErrorCodes.INVALID_REQUEST, "A device can only create a grant");
		}
		Set<String> resources = resources(request.getAdditionalParameters().get("resource"));
		if (!resources.stream().allMatch(this.knownResource)) {
			throw refused("invalid_target", "resource names one that is not known here (RFC 8707 §2)");
		}
		return issue(request, client, resources);
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return OAuth2DeviceAuthorizationRequestAuthenticationToken.class.isAssignableFrom(authentication);
	}

	private static RegisteredClient client(OAuth2DeviceAuthorizationRequestAuthenticationToken request) {
		RegisteredClient client = (request.getPrincipal() instanceof OAuth2ClientAuthenticationToken proven
				&& proven.isAuthenticated()) ? proven.getRegisteredClient() : null;
		if (client == null) {
			throw refused(OAuth2ErrorCodes.INVALID_CLIENT, "The client did not authenticate");
		}
		return client;
	}

	private static Set<String> resources(@Nullable Object value) {
		if (value instanceof String[] several) {
			return Set.copyOf(new HashSet<>(List.of(several)));
		}
		return (value != null) ? Set.of(value.toString()) : Set.of();
	}

	// User codes are short, so one may be taken: then another is drawn.
	private Authentication issue(OAuth2DeviceAuthorizationRequestAuthenticationToken request, RegisteredClient client,
			Set<String> resources) {
		OAuth2DeviceCode deviceCode = this.codes.deviceCode(client);
		for (int left = TRIES;; left--) {
			OAuth2UserCode userCode = this.codes.userCode(client);
			try {
				this.authorizations.save(asked(request, client, resources).token(deviceCode).token(userCode).build());
				return new OAuth2DeviceAuthorizationRequestAuthenticationToken((Authentication) request.getPrincipal(),
						request.getScopes(), deviceCode, userCode);
			}
			catch (DataIntegrityViolationException ex) {
				if (left == 1) {
					throw ex;
				}
			}
		}
	}

	private OAuth2Authorization.Builder asked(OAuth2DeviceAuthorizationRequestAuthenticationToken request,
			RegisteredClient client, Set<String> resources) {
		String address = (request.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress()
				: "";
		return OAuth2Authorization.withRegisteredClient(client)
			.principalName(client.getClientId())
			.authorizationGrantType(AuthorizationGrantType.DEVICE_CODE)
			.attribute(OAuth2ParameterNames.SCOPE, new HashSet<>(request.getScopes()))
			.attribute(GrantedResources.class.getName(), new GrantedResources(resources))
			.attribute(DeviceOrigin.class.getName(), new DeviceOrigin(address, this.codes.now()));
	}

	private static OAuth2AuthenticationException refused(String code, String description) {
		return new OAuth2AuthenticationException(new OAuth2Error(code, description, CLAUSE));
	}

}
