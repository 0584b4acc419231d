package dev.quartet.auth.authorize;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.quartet.auth.clients.Client;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.web.ErrorPage;
import dev.quartet.auth.web.Nearest;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Shows the developer of a client what is registered instead of what was sent, and how to
 * change that; in the profile {@code demo} only, because it is nobody else's business.
 */
@Component
class RegisteredInstead {

	private static final int MOST_CLIENTS = 1000;

	private final Clients clients;

	private final boolean demo;

	RegisteredInstead(Clients clients, Environment environment) {
		this.clients = clients;
		this.demo = environment.acceptsProfiles(Profiles.of("demo"));
	}

	ErrorPage explain(ErrorPage page, HttpServletRequest request) {
		if (!this.demo) {
			return page;
		}
		return switch (page.reason()) {
			case CLIENT_UNKNOWN -> withNearest(page, text(request, "client_id"), clientIds(),
					"Add the client under \"clients\" in quartet.yml, or correct client_id");
			case REDIRECT_URI_NOT_REGISTERED ->
				withNearest(page, text(request, "redirect_uri"), redirectUris(text(request, "client_id")),
						"Add the address to redirect_uris of this client in quartet.yml, or correct redirect_uri");
			case RESPONSE_TYPE_MISSING, RESPONSE_TYPE_UNSUPPORTED -> page.hint("fix", "Send response_type=code");
			case PKCE_MISSING, PKCE_INVALID -> page.hint("fix",
					"Send code_challenge, the SHA-256 of a random code_verifier in base64url, and code_challenge_method=S256");
			default -> page;
		};
	}

	private static ErrorPage withNearest(ErrorPage page, String sent, Collection<String> registered, String fix) {
		Optional<String> nearest = Nearest.of(sent, registered);
		if (nearest.isEmpty() || nearest.get().equals(sent)) {
			return page.hint("sent", sent).hint("fix", fix);
		}
		return page.hint(ErrorPage.Hint.different("sent", sent, nearest.get()))
			.hint(ErrorPage.Hint.different("registered", nearest.get(), sent))
			.hint("fix", fix);
	}

	private List<String> clientIds() {
		return this.clients.findAll().stream().limit(MOST_CLIENTS).map(Client::clientId).toList();
	}

	private Collection<String> redirectUris(String clientId) {
		return this.clients.findById(clientId).map((client) -> client.metadata().redirectUris()).orElseGet(Set::of);
	}

	private static String text(HttpServletRequest request, String name) {
		return Objects.requireNonNullElse(request.getParameter(name), "");
	}

}
