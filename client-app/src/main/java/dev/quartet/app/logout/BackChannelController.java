package dev.quartet.app.logout;

import java.util.List;
import java.util.Map;

import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.JsonAnswers;
import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.oidc.Discovery;
import dev.quartet.app.oidc.LogoutTokens;
import dev.quartet.app.oidc.LogoutTokens.Ended;
import dev.quartet.app.registry.OidcProvider;
import dev.quartet.app.registry.Providers;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Receives logout tokens (OpenID Connect Back-Channel Logout 1.0 §2.5). */
@RestController
class BackChannelController {

	static final String PATH = "/logout/backchannel/";

	private static final Logger log = LoggerFactory.getLogger(BackChannelController.class);

	private final Providers providers;

	private final Discovery discovery;

	private final LogoutTokens tokens;

	private final EndedSessions sessions;

	BackChannelController(Providers providers, Discovery discovery, LogoutTokens tokens, EndedSessions sessions) {
		this.providers = providers;
		this.discovery = discovery;
		this.tokens = tokens;
		this.sessions = sessions;
	}

	@PostMapping(PATH + "{name}")
	ResponseEntity<Map<String, String>> receive(@PathVariable String name,
			@RequestParam MultiValueMap<String, String> form, HttpServletRequest request) {
		try {
			OidcProvider provider = this.providers.find(name)
				.filter(OidcProvider.class::isInstance)
				.map(OidcProvider.class::cast)
				.orElseThrow(() -> new AnswerRefused("provider_unknown", "no provider " + name));
			// Addresses are written down everywhere, so nothing is taken from there.
			if (request.getQueryString() != null || form.getOrDefault("logout_token", List.of()).size() != 1) {
				throw new AnswerRefused("logout_token_missing", "logout_token must come once, in the body");
			}
			Ended ended = this.tokens.verify(provider, this.discovery.of(provider),
					String.valueOf(form.getFirst("logout_token")));
			int count = this.sessions.end(ended.issuer(), ended.subject(), ended.sid(), ended.issuedAt());
			log.info("{} ended {} session(s)", name, count);
			return answer(HttpStatus.OK, Map.of());
		}
		catch (AnswerRefused ex) {
			log.warn("Logout token refused: {}", JsonAnswers.printable(ex.getMessage()));
			return answer(HttpStatus.BAD_REQUEST, Map.of("error", "invalid_request", "error_description", ex.reason()));
		}
		catch (ProviderSilent ex) {
			// The provider tries again.
			return answer(HttpStatus.SERVICE_UNAVAILABLE, Map.of("error", "temporarily_unavailable"));
		}
	}

	private static ResponseEntity<Map<String, String>> answer(HttpStatus status, Map<String, String> body) {
		return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(body);
	}

}
