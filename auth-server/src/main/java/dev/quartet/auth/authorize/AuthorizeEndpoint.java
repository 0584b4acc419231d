package dev.quartet.auth.authorize;

import dev.quartet.auth.consents.ConsentAnswers;
import dev.quartet.auth.consents.ConsentRules;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationEndpointConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2PushedAuthorizationRequestEndpointConfigurer;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2PushedAuthorizationRequestAuthenticationProvider;
import org.springframework.stereotype.Component;

/** Puts the rules of the authorization endpoint where the framework asks for them. */
@Component
public class AuthorizeEndpoint {

	private final RequestRules rules;

	private final PushedOnlyRules pushedOnly;

	private final AuthorizationAnswers answers;

	private final ConsentRules consentRules;

	private final ConsentAnswers consentAnswers;

	AuthorizeEndpoint(RequestRules rules, PushedOnlyRules pushedOnly, AuthorizationAnswers answers,
			ConsentRules consentRules, ConsentAnswers consentAnswers) {
		this.rules = rules;
		this.pushedOnly = pushedOnly;
		this.answers = answers;
		this.consentRules = consentRules;
		this.consentAnswers = consentAnswers;
	}

	/** The endpoint that browsers open (RFC 6749 §3.1). */
	public void configure(OAuth2AuthorizationEndpointConfigurer endpoint) {
		endpoint.consentPage("/oauth2/consent")
			.authorizationRequestConverter(new ForeignRequestUri())
			.authorizationResponseHandler(this.answers)
			.errorResponseHandler(this.answers)
			.authenticationProviders((providers) -> providers.replaceAll(this::withOurRules));
	}

	/** The endpoint that clients push their requests to (RFC 9126 §2). */
	public void configure(OAuth2PushedAuthorizationRequestEndpointConfigurer endpoint) {
		endpoint.authenticationProviders((providers) -> providers.forEach((provider) -> {
			if (provider instanceof OAuth2PushedAuthorizationRequestAuthenticationProvider pushed) {
				pushed.setAuthenticationValidator(this.rules);
			}
		}));
	}

	private AuthenticationProvider withOurRules(AuthenticationProvider provider) {
		if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests) {
			requests.setAuthenticationValidator(this.rules.andThen(this.pushedOnly));
			requests.setAuthorizationConsentRequired(this.consentRules::mustAsk);
		}
		return (provider instanceof OAuth2AuthorizationConsentAuthenticationProvider)
				? new ConsentAnswerProvider(this.consentAnswers) : provider;
	}

}
