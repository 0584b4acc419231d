package dev.quartet.app.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.oidc.Discovery;
import dev.quartet.app.registry.OidcProvider;
import dev.quartet.app.registry.Provider;
import dev.quartet.app.registry.Providers;
import dev.quartet.app.secrets.Unguessable;
import dev.quartet.app.sessions.ProviderSessions;
import dev.quartet.app.sessions.SignedInPerson;
import dev.quartet.app.web.AppSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Signs a person out here, and takes her to sign out at the provider too (OpenID Connect
 * RP-Initiated Logout 1.0 §2).
 */
@Controller
class SignOutController {

	private static final Logger log = LoggerFactory.getLogger(SignOutController.class);

	private final Providers providers;

	private final Discovery discovery;

	private final ProviderSessions sessions;

	private final LeftTokens leftTokens;

	private final Unguessable unguessable;

	private final String home;

	SignOutController(Providers providers, Discovery discovery, ProviderSessions sessions, LeftTokens leftTokens,
			Unguessable unguessable, AppSettings app) {
		this.providers = providers;
		this.discovery = discovery;
		this.sessions = sessions;
		this.leftTokens = leftTokens;
		this.unguessable = unguessable;
		this.home = app.url() + "/";
	}

	@PostMapping("/logout")
	String signOut(@AuthenticationPrincipal @Nullable SignedInPerson person, HttpServletRequest request, Model model) {
		Optional<String> idToken = endHere(person, request);
		String state = this.unguessable.draw();
		Optional<Provider> provider = Optional.ofNullable(person)
			.flatMap((known) -> this.providers.find(known.provider()));
		Optional<String> there = provider.flatMap(
				(known) -> endSession(known).map((endpoint) -> address(endpoint, known, idToken.orElse(null), state)));
		new SignedOut(state, there.isPresent(), provider.filter(this::isSilent).isPresent())
			.keepIn(request.getSession());
		if (there.isEmpty()) {
			return "redirect:/";
		}
		model.addAttribute(Leaving.ADDRESS, there.get());
		return Leaving.PAGE;
	}

	private Optional<String> endHere(@Nullable SignedInPerson person, HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null) {
			return Optional.empty();
		}
		Optional<String> idToken = this.sessions.idToken(session.getId());
		this.sessions.ended(session.getId());
		session.invalidate();
		SecurityContextHolder.clearContext();
		if (person != null) {
			this.leftTokens.drop(person);
		}
		return idToken;
	}

	/**
	 * Reads the metadata anew: a browser sent to a server that is down would be stuck.
	 */
	private Optional<String> endSession(Provider provider) {
		try {
			return (provider instanceof OidcProvider oidc) ? this.discovery.now(oidc).endSessionEndpoint()
					: Optional.empty();
		}
		catch (ProviderSilent | AnswerRefused ex) {
			log.warn("Signed out here only: {}", ex.getMessage());
			return Optional.empty();
		}
	}

	private boolean isSilent(Provider provider) {
		return provider instanceof OidcProvider oidc && !this.discovery.worked(oidc);
	}

	private String address(String endpoint, Provider provider, @Nullable String idToken, String state) {
		Map<String, String> parameters = new LinkedHashMap<>();
		if (idToken != null) {
			parameters.put("id_token_hint", idToken);
		}
		parameters.put("client_id", provider.credentials().clientId());
		parameters.put("post_logout_redirect_uri", this.home);
		parameters.put("state", state);
		return QueryAddress.of(endpoint, parameters).toString();
	}

}
