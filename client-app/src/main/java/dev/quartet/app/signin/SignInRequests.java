package dev.quartet.app.signin;

import dev.quartet.app.provider.Provider;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Composes what we send to the authorization server, and remembers where to come back to.
 */
@Component
class SignInRequests implements OAuth2AuthorizationRequestResolver {

	private static final String BASE = "/oauth2/authorization";

	static final String PATH = BASE + "/" + Provider.ID;

	private static final RequestMatcher START = PathPatternRequestMatcher.withDefaults().matcher(PATH);

	private static final String PROMPT = "prompt";

	private static final String CONSENT = "consent";

	private final Provider provider;

	private final DefaultOAuth2AuthorizationRequestResolver framework;

	SignInRequests(Provider provider) {
		this.provider = provider;
		this.framework = new DefaultOAuth2AuthorizationRequestResolver(provider, BASE);
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
		if (!START.matches(request)) {
			return null;
		}
		// A browser sent to a server that is down would be stuck there.
		this.provider.registrationNow();
		OAuth2AuthorizationRequest login = this.framework.resolve(request);
		return (login != null) ? completed(login, request) : null;
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
		OAuth2AuthorizationRequest login = this.framework.resolve(request, registrationId);
		return (login != null) ? completed(login, request) : null;
	}

	private static OAuth2AuthorizationRequest completed(OAuth2AuthorizationRequest login, HttpServletRequest request) {
		OAuth2AuthorizationRequest.Builder builder = OAuth2AuthorizationRequest.from(login);
		ReturnPath.of(request.getParameter(ReturnPath.PARAMETER)).keepIn(builder);
		if (CONSENT.equals(request.getParameter(PROMPT))) {
			builder.additionalParameters((parameters) -> parameters.put(PROMPT, CONSENT));
		}
		return builder.build();
	}

}
