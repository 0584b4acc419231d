package dev.quartet.auth.device;

import java.security.Principal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import dev.quartet.auth.onetime.ClaimsOnce;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/** Decides whether what a person typed is the code of a device that waits. */
@Component
class CodeEntry {

	private static final OAuth2TokenType USER_CODE = new OAuth2TokenType(OAuth2ParameterNames.USER_CODE);

	private static final int STATE_BYTES = 32;

	private final OAuth2AuthorizationService authorizations;

	private final WrongCodeCounts counts;

	private final ApplicationEventPublisher events;

	private final SecureRandom random;

	private final Clock clock;

	CodeEntry(OAuth2AuthorizationService authorizations, WrongCodeCounts counts, ApplicationEventPublisher events,
			SecureRandom random, Clock clock) {
		this.authorizations = authorizations;
		this.counts = counts;
		this.events = events;
		this.random = random;
		this.clock = clock;
	}

	/** The state of the page that asks her; nothing if the code is wrong. */
	@ClaimsOnce
	public Optional<String> enter(String typed, Authentication person) {
		Instant now = this.clock.instant();
		this.counts.begin(person.getName(), now);
		WrongCodes wrong = this.counts.lock(person.getName());
		if (wrong.areTooMany(now)) {
			throw new TooManyWrongCodes(wrong.countedUntil());
		}
		OAuth2Authorization waiting = this.authorizations.findByToken(typed, USER_CODE);
		if (waiting == null) {
			wrong.another(now);
			this.events.publishEvent(DeviceEvent.codeRefused(person.getName()));
			return Optional.empty();
		}
		String state = state();
		this.authorizations.save(OAuth2Authorization.from(waiting)
			.attribute(Principal.class.getName(), person)
			.attribute(OAuth2ParameterNames.STATE, state)
			.build());
		return Optional.of(state);
	}

	/** Whether the code is the one of this request: only then may the page show it. */
	boolean isOf(OAuth2Authorization asked, String typed) {
		OAuth2Authorization waiting = this.authorizations.findByToken(typed, USER_CODE);
		return waiting != null && waiting.getId().equals(asked.getId());
	}

	private String state() {
		byte[] state = new byte[STATE_BYTES];
		this.random.nextBytes(state);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(state);
	}

}
