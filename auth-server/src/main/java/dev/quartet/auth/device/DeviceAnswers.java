package dev.quartet.auth.device;

import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.quartet.auth.authorizations.DeviceOrigin;
import dev.quartet.auth.consents.ScopeChoices;
import dev.quartet.auth.onetime.ClaimsOnce;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Decides what a person's answer to a device buys. */
@Component
class DeviceAnswers {

	private static final OAuth2TokenType STATE = new OAuth2TokenType(OAuth2ParameterNames.STATE);

	private final OAuth2AuthorizationService authorizations;

	private final ScopeChoices choices;

	private final ApplicationEventPublisher events;

	DeviceAnswers(OAuth2AuthorizationService authorizations, ScopeChoices choices, ApplicationEventPublisher events) {
		this.authorizations = authorizations;
		this.choices = choices;
		this.events = events;
	}

	/** The request of a device that is in front of this very person, in this session. */
	Optional<OAuth2Authorization> find(String state, Authentication person) {
		return Optional.ofNullable(this.authorizations.findByToken(state, STATE))
			.filter((asked) -> asked.getToken(OAuth2UserCode.class) != null)
			.filter((asked) -> asked.getPrincipalName().equals(person.getName()))
			.filter((asked) -> asked.getAttribute(Principal.class.getName()) instanceof Authentication before
					&& Objects.equals(before.getDetails(), person.getDetails()));
	}

	/** What came back from the page. */
	ScopeChoices.Answer read(OAuth2Authorization asked, Authentication person, MultiValueMap<String, String> form) {
		return this.choices.answer(asked, scopes(asked), person, form.getOrDefault("scope", List.of()),
				form.toSingleValueMap());
	}

	/** Gives the device what was ticked, and remembers that as a consent. */
	@ClaimsOnce
	public void allow(OAuth2Authorization asked, ScopeChoices.Answer answer, Authentication person) {
		this.authorizations.save(answered(asked, OAuth2UserCode.class).authorizedScopes(answer.scopes())
			.attribute(Principal.class.getName(), person)
			.build());
		// Only now: whoever lost the race for this page has been refused by the save.
		this.choices.remember(answer);
		this.events.publishEvent(DeviceEvent.allowed(person.getName(), asked.getRegisteredClientId(), address(asked)));
	}

	/** Tells the device that she said no. */
	@ClaimsOnce
	public void deny(OAuth2Authorization asked, Authentication person) {
		this.authorizations.save(answered(asked, OAuth2DeviceCode.class).build());
		this.choices.denied(person.getName(), asked.getRegisteredClientId(), scopes(asked));
		this.events.publishEvent(DeviceEvent.denied(person.getName(), asked.getRegisteredClientId(), address(asked)));
	}

	static Set<String> scopes(OAuth2Authorization asked) {
		Set<String> scopes = asked.getAttribute(OAuth2ParameterNames.SCOPE);
		return (scopes != null) ? scopes : Set.of();
	}

	private static <T extends OAuth2Token> OAuth2Authorization.Builder answered(OAuth2Authorization asked,
			Class<T> used) {
		OAuth2Authorization.Token<T> token = asked.getToken(used);
		if (token == null) {
			throw new IllegalStateException("A device's request has both of its codes");
		}
		return OAuth2Authorization.from(asked)
			.invalidate(token.getToken())
			.attributes((attributes) -> attributes.remove(OAuth2ParameterNames.STATE));
	}

	private static String address(OAuth2Authorization asked) {
		DeviceOrigin origin = asked.getAttribute(DeviceOrigin.class.getName());
		return (origin != null) ? origin.address() : "an unknown address";
	}

}
