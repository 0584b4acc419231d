package dev.quartet.app.signin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import dev.quartet.app.provider.Provider;
import dev.quartet.app.provider.ProviderSettings;
import dev.quartet.app.web.AppSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Takes a person who has signed out here to sign out at the authorization server too
 * (OpenID Connect RP-Initiated Logout 1.0 §2).
 */
@Component
class SignOut implements LogoutSuccessHandler {

	private static final Logger log = LoggerFactory.getLogger(SignOut.class);

	private final Provider provider;

	private final ProviderSettings settings;

	private final AppSettings app;

	private final SecureRandom random;

	SignOut(Provider provider, ProviderSettings settings, AppSettings app, SecureRandom random) {
		this.provider = provider;
		this.settings = settings;
		this.app = app;
		this.random = random;
	}

	@Override
	public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) throws IOException {
		String state = newState();
		Optional<String> there = idTokenOf(authentication)
			.flatMap((idToken) -> endSession().map((endpoint) -> address(endpoint, idToken, state)));
		new SignedOut(state, there.isPresent()).keepIn(request.getSession());
		response.sendRedirect(there.orElse("/"));
	}

	private static Optional<String> idTokenOf(@Nullable Authentication authentication) {
		return (authentication != null && authentication.getPrincipal() instanceof OidcUser user)
				? Optional.of(user.getIdToken().getTokenValue()) : Optional.empty();
	}

	/**
	 * Reads the metadata anew: a browser sent to a server that is down would be stuck.
	 */
	private Optional<String> endSession() {
		try {
			return Optional.ofNullable((String) this.provider.registrationNow()
				.getProviderDetails()
				.getConfigurationMetadata()
				.get("end_session_endpoint"));
		}
		catch (AuthenticationServiceException ex) {
			log.warn("Signed out here only: {}", ex.getMessage());
			return Optional.empty();
		}
	}

	private String address(String endpoint, String idToken, String state) {
		return UriComponentsBuilder.fromUriString(endpoint)
			.queryParam("id_token_hint", encoded(idToken))
			.queryParam("client_id", encoded(this.settings.clientId()))
			.queryParam("post_logout_redirect_uri", encoded(this.app.url() + "/"))
			.queryParam("state", state)
			.build(true)
			.toUriString();
	}

	private static String encoded(String value) {
		return UriUtils.encode(value, StandardCharsets.UTF_8);
	}

	private String newState() {
		byte[] bytes = new byte[16];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
