package dev.quartet.auth.device;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import dev.quartet.auth.authorizations.DeviceOrigin;
import dev.quartet.auth.clients.QuartetClientSettings;
import dev.quartet.auth.consents.ScopeChoices;
import dev.quartet.auth.users.SignedInPerson;
import dev.quartet.auth.web.Languages;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Puts together what a person must see before she answers a device (RFC 8628 §3.3, §5.4).
 */
@Component
class DevicePage {

	private static final int HALF = 4;

	private final RegisteredClientRepository clients;

	private final ScopeChoices choices;

	private final Clock clock;

	DevicePage(RegisteredClientRepository clients, ScopeChoices choices, Clock clock) {
		this.clients = clients;
		this.choices = choices;
		this.clock = clock;
	}

	/** A code as the device shows it, whichever way it was typed. */
	static String asShown(String typed) {
		String letters = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
		return (letters.length() == 2 * HALF) ? letters.substring(0, HALF) + "-" + letters.substring(HALF) : letters;
	}

	Map<String, Object> asModel(OAuth2Authorization asked, SignedInPerson person, HttpServletRequest request) {
		RegisteredClient client = this.clients.findById(asked.getRegisteredClientId());
		if (client == null) {
			throw new IllegalStateException("A request that was found has its client");
		}
		Map<String, Object> model = new HashMap<>(
				this.choices.asModel(person.getUsername(), client.getId(), DeviceAnswers.scopes(asked)));
		model.put("clientName", QuartetClientSettings.name(client, Languages.of(request, "")));
		model.put("username", person.loginName());
		model.put("personName", person.displayName());
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
