package dev.quartet.auth.consents;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.quartet.auth.authorizations.ClaimsParameter;
import dev.quartet.auth.authorizations.NamedClaims;
import dev.quartet.auth.authorizations.Prompts;
import dev.quartet.auth.clients.ClientVetting;
import dev.quartet.auth.clients.Vetting;
import dev.quartet.auth.resources.Scope;
import dev.quartet.auth.subjects.Subjects;
import dev.quartet.auth.users.SignedInPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts together what a person is asked: now to be shown, and once more to see whether she
 * answers what she was shown.
 */
@Component
class Offers {

	private final RegisteredClientRepository clients;

	private final ClientVetting vetting;

	private final ConsentRules rules;

	private final OfferedScopes scopes;

	private final Subjects subjects;

	Offers(RegisteredClientRepository clients, ClientVetting vetting, ConsentRules rules, OfferedScopes scopes,
			Subjects subjects) {
		this.clients = clients;
		this.vetting = vetting;
		this.rules = rules;
		this.scopes = scopes;
		this.subjects = subjects;
	}

	/** What an authorization request asks her. */
	@Transactional
	public Offer of(OAuth2Authorization pending, Authentication person) {
		RegisteredClient client = client(pending);
		OAuth2AuthorizationRequest request = request(pending);
		Set<String> asked = AskedScopes.of(request, client);
		List<String> prompts = Prompts.of(request.getAdditionalParameters().get(Prompts.PARAMETER));
		Why why = this.rules.why(client, person, asked, prompts).orElse(Why.WANTED);
		NamedClaims named = ClaimsParameter.of(request.getAdditionalParameters(), request.getScopes()).named();
		List<Offer.Item> items = this.scopes.of(person.getName(), client.getId(), asked, request.getScopes(), named);
		List<Scope> lost = this.scopes.lost(person.getName(), client.getId(), asked, request.getAdditionalParameters());
		return offer(client, person, redirectUri(request, client), why, new Asked(items, lost));
	}

	/** What a device asks her. */
	@Transactional
	public Offer ofDevice(OAuth2Authorization asking, Set<String> asked, Authentication person) {
		RegisteredClient client = client(asking);
		Why why = this.rules.why(client, person, asked, List.of()).orElse(Why.UNPROVEN);
		List<Offer.Item> items = this.scopes.of(person.getName(), client.getId(), asked, asked, NamedClaims.NONE);
		return offer(client, person, null, why, new Asked(items, List.of()));
	}

	private Offer offer(RegisteredClient client, Authentication person, @Nullable String redirectUri, Why why,
			Asked asked) {
		Vetting known = this.vetting.of(client.getId());
		Terms terms = Terms.of(known, asked.items().stream().anyMatch(Offer.Item::isHighRisk), redirectUri != null);
		SignedInPerson signedIn = (SignedInPerson) Objects.requireNonNull(person.getPrincipal());
		return new Offer(client, known, redirectUri, signedIn, why, this.subjects.subject(client, person.getName()),
				asked.items(), asked.lost(), this.scopes.preferred(terms, person.getName(), client.getId()));
	}

	private RegisteredClient client(OAuth2Authorization pending) {
		RegisteredClient client = this.clients.findById(pending.getRegisteredClientId());
		if (client == null) {
			throw new IllegalStateException("A request that was found has its client");
		}
		return client;
	}

	static OAuth2AuthorizationRequest request(OAuth2Authorization pending) {
		OAuth2AuthorizationRequest request = pending.getAttribute(OAuth2AuthorizationRequest.class.getName());
		if (request == null) {
			throw new IllegalStateException("A pending authorization has its request");
		}
		return request;
	}

	private static String redirectUri(OAuth2AuthorizationRequest request, RegisteredClient client) {
		String asked = request.getRedirectUri();
		return (asked != null) ? asked : client.getRedirectUris().iterator().next();
	}

	/** What would be given, and what taken away. */
	private record Asked(List<Offer.Item> items, List<Scope> lost) {
	}

}
