package dev.quartet.auth.device;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import dev.quartet.auth.authorizations.DeviceOrigin;
import dev.quartet.auth.consents.ScopeChoices;
import dev.quartet.auth.web.Languages;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Puts together what a person must see before she answers a device (RFC 8628 §3.3, §5.4).
 */
@Component
class DevicePage {

	private static final int HALF = 4;

	private final ScopeChoices choices;

	private final Clock clock;

	DevicePage(ScopeChoices choices, Clock clock) {
		this.choices = choices;
		this.clock = clock;
	}

	/** A code as the device shows it, whichever way it was typed. */
	static String asShown(String typed) {
		String letters = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
		return (letters.length() == 2 * HALF) ? letters.substring(0, HALF) + "-" + letters.substring(HALF) : letters;
	}

	Map<String, @Nullable Object> asModel(OAuth2Authorization asked, Authentication person,
			HttpServletRequest request) {
		Map<String, @Nullable Object> model = this.choices.asModel(asked, DeviceAnswers.scopes(asked), person,
				Languages.of(request, ""));
		DeviceOrigin origin = asked.getAttribute(DeviceOrigin.class.getName());
		if (origin != null) {
			model.put("startedAt", origin.at());
			model.put("minutesAgo", Duration.between(origin.at(), this.clock.instant()).toMinutes());
			model.put("address", origin.address());
			model.put("sameAddress", origin.address().equals(request.getRemoteAddr()));
		}
		return model;
	}

}
