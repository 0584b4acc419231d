package dev.quartet.auth.consents;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.quartet.auth.authorizations.BrowserSession;
import dev.quartet.auth.authorizations.Prompts;
import dev.quartet.auth.clients.ClientVetting;
import dev.quartet.auth.clients.Vetting;
import dev.quartet.auth.resources.ScopeCatalogue;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides whether a person must be asked before a client gets what it asks for. */
@Component
public class ConsentRules {

	private final Consents consents;

	private final ClientVetting vetting;

	private final ScopeCatalogue catalogue;

	private final Clock clock;

	ConsentRules(Consents consents, ClientVetting vetting, ScopeCatalogue catalogue, Clock clock) {
		this.consents = consents;
		this.catalogue = catalogue;
		this.vetting = vetting;
		this.clock = clock;
	}

	/**
	 * Asks unless an earlier answer to the same client covers all of it and still holds;
	 * and always when the client wants it (prompt=consent, OpenID Connect Core §3.1.2.1),
	 * when nothing proves who it is (RFC 8252 §8.6), when nobody vouches for it, and when
	 * another site leads her here for a client that no operator has declared.
	 */
	@Transactional(readOnly = true)
	public boolean mustAsk(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
		RegisteredClient client = context.getRegisteredClient();
		if (!client.getClientSettings().isRequireAuthorizationConsent()) {
			return false;
		}
		OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
		Set<String> asked = AskedScopes.of(request.getScopes(), request.getAdditionalParameters(), client);
		return why(client, (Authentication) request.getPrincipal(), asked,
				Prompts.of(request.getAdditionalParameters().get(Prompts.PARAMETER)))
			.isPresent();
	}

	/** Why she is asked; empty where an earlier answer of hers will do. */
	Optional<Why> why(RegisteredClient client, Authentication person, Set<String> asked, List<String> prompts) {
		List<Consent> before = this.consents.find(person.getName(), client.getId());
		return fromBefore(client, before, asked, session(person)).or(() -> fromTheClient(client, prompts));
	}

	private Optional<Why> fromBefore(RegisteredClient client, List<Consent> before, Set<String> asked,
			@Nullable String session) {
		if (before.isEmpty()) {
			return Optional.of(Why.FIRST_TIME);
		}
		String version = ClientVersion.of(client);
		if (before.stream().anyMatch((consent) -> consent.knowsItsClient() && !consent.wasGivenTo(version))) {
			return Optional.of(Why.CHANGED);
		}
		if (before.stream().filter((consent) -> asked.contains(consent.scope())).anyMatch(this::meansSomethingElse)) {
			return Optional.of(Why.REDEFINED);
		}
		Set<String> missing = new HashSet<>(asked);
		before.forEach((consent) -> missing.remove(consent.scope()));
		if (!missing.isEmpty()) {
			return Optional.of(Why.NEW_PERMISSION);
		}
		Instant now = this.clock.instant();
		return before.stream()
			.filter((consent) -> asked.contains(consent.scope()))
			.allMatch((consent) -> consent.knowsItsClient() && consent.holdsAt(now) && consent.answersIn(session))
					? Optional.empty() : Optional.of(Why.EXPIRED);
	}

	// Words may be put better; what it opens and how risky it is may not change silently.
	private boolean meansSomethingElse(Consent consent) {
		return this.catalogue.find(List.of(consent.scope())).stream().anyMatch((scope) -> !consent.means(scope));
	}

	private Optional<Why> fromTheClient(RegisteredClient client, List<String> prompts) {
		Vetting known = this.vetting.of(client.getId());
		if (!ClientProof.isProven(client) || known == Vetting.UNVETTED) {
			return Optional.of(Why.UNPROVEN);
		}
		if (known != Vetting.VETTED && !Navigation.isHerOwn()) {
			return Optional.of(Why.FROM_ELSEWHERE);
		}
		return prompts.contains("consent") ? Optional.of(Why.WANTED) : Optional.empty();
	}

	static @Nullable String session(Authentication person) {
		return (person.getDetails() instanceof BrowserSession session) ? session.sid() : null;
	}

}
