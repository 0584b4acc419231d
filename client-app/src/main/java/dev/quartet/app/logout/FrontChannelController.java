package dev.quartet.app.logout;

import java.time.Clock;

import dev.quartet.app.registry.OidcProvider;
import dev.quartet.app.registry.Providers;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Ends a session when the provider's page loads this in a frame (OpenID Connect
 * Front-Channel Logout 1.0 §2). A frame of another site brings no cookie, so issuer and
 * session id name the session; both are required, because they are the only proof.
 */
@RestController
class FrontChannelController {

	static final String PATH = "/logout/frontchannel/";

	private final Providers providers;

	private final EndedSessions sessions;

	private final Clock clock;

	FrontChannelController(Providers providers, EndedSessions sessions, Clock clock) {
		this.providers = providers;
		this.sessions = sessions;
		this.clock = clock;
	}

	@GetMapping(PATH + "{name}")
	ResponseEntity<String> end(@PathVariable String name, @RequestParam @Nullable String iss,
			@RequestParam @Nullable String sid) {
		boolean known = this.providers.find(name)
			.filter((provider) -> provider instanceof OidcProvider oidc && oidc.isNamed(iss))
			.isPresent();
		if (!known || sid == null || sid.isBlank()) {
			return page(HttpStatus.BAD_REQUEST, "iss and sid must name a session of this provider");
		}
		this.sessions.end(String.valueOf(iss), null, sid, this.clock.instant());
		return page(HttpStatus.OK, "Signed out");
	}

	private static ResponseEntity<String> page(HttpStatus status, String text) {
		return ResponseEntity.status(status)
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.TEXT_PLAIN)
			.body(text);
	}

}
