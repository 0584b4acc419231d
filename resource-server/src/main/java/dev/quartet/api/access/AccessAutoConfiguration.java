package dev.quartet.api.access;

import java.time.Clock;

import dev.quartet.api.access.proof.ProofConfiguration;
import dev.quartet.api.access.proof.Proofs;
import dev.quartet.api.access.tokens.AccessTokens;
import jakarta.servlet.Filter;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Puts every request behind a valid token, except health, the resource's metadata and
 * what a rule opens. Any Spring Boot service that has this package and the settings
 * {@code quartet.api.*} is protected in the same way.
 */
@AutoConfiguration(before = ServletWebSecurityAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(AccessSettings.class)
@Import(ProofConfiguration.class)
public class AccessAutoConfiguration {

	private final AccessSettings settings;

	private final JsonMapper json;

	private final ApplicationEventPublisher events;

	AccessAutoConfiguration(AccessSettings settings, JsonMapper json, ApplicationEventPublisher events) {
		this.settings = settings;
		this.json = json;
		this.events = events;
	}

	@Bean
	AccessTokens accessTokens(Clock clock) {
		return new AccessTokens(settings.trusted(), settings.tokens(), clock);
	}

	// Nothing here trusts a cookie: no session, no forgery across sites, nothing to sign
	// out of. The filters are no beans, or they would be run outside the chain as well.
	@Bean
	SecurityFilterChain api(AccessTokens tokens, Proofs proofs, ObjectProvider<ScopeRule> declared,
			ObjectProvider<RefusalLimit> limit, Clock clock) {
		RouteRules rules = new RouteRules(declared.orderedStream());
		RefusalLimit refusals = limit.getIfAvailable(() -> (request, response) -> false);
		Challenges challenges = new Challenges(settings, proofs, refusals, json);
		return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, new AnswerHeaders(),
				new ResourceMetadata(settings, rules, proofs, refusals, json),
				new AccessTokenFilter(tokens, proofs, challenges), denials(rules, challenges),
				new RouteGuard(rules, challenges, events, clock));
	}

	// For rules that a service has in its methods, such as @PreAuthorize.
	private static Filter denials(RouteRules rules, Challenges challenges) {
		ExceptionTranslationFilter denials = new ExceptionTranslationFilter((request, response, cause) -> challenges
			.answer(request, response, Refusal.noToken(rules.of(request).scopes())), new NullRequestCache());
		denials.setAccessDeniedHandler((request, response, cause) -> challenges.answerCaller(request, response,
				Refusal.insufficientScope(rules.of(request).scopes())));
		return denials;
	}

	@Bean
	@ConditionalOnMissingBean
	HttpFirewall httpFirewall() {
		return new PlainRequests();
	}

	/** One observation of a request is enough: each filter would get one of its own. */
	@Bean
	@ConditionalOnMissingBean
	SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.systemUTC();
	}

}
