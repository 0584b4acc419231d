package dev.quartet.auth.consents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import dev.quartet.auth.receipts.Decision;
import dev.quartet.auth.receipts.ReceiptBook;
import dev.quartet.auth.resources.Resource;
import dev.quartet.auth.resources.Scope;
import dev.quartet.auth.resources.ScopeCatalogue;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** Says in a receipt what was decided, in the words that the person has read. */
@Component
class ConsentReceipts {

	private final ReceiptBook book;

	private final ScopeCatalogue catalogue;

	private final RegisteredClientRepository clients;

	ConsentReceipts(ReceiptBook book, ScopeCatalogue catalogue, RegisteredClientRepository clients) {
		this.book = book;
		this.catalogue = catalogue;
		this.clients = clients;
	}

	void allowed(Allowance allowance, Instant now) {
		Map<String, Object> content = content(allowance.clientId(), allowance.allowed());
		if (allowance.redirectUri() != null) {
			content.put("redirect_uri", allowance.redirectUri());
		}
		content.put("refused", List.copyOf(allowance.refused()));
		content.put("how", allowance.how());
		content.put("duration", allowance.howLong().value());
		Instant end = allowance.howLong().end(now);
		if (end != null) {
			content.put("expires_at", end.toString());
		}
		this.book.record(allowance.userId(), allowance.clientId(), Decision.ALLOWED, content);
	}

	void scopes(String userId, String clientId, Decision decision, Collection<String> scopes) {
		this.book.record(userId, clientId, decision, content(clientId, scopes));
	}

	void shortened(String userId, String clientId, Instant until, Collection<String> scopes) {
		Map<String, Object> content = content(clientId, scopes);
		content.put("expires_at", until.toString());
		this.book.record(userId, clientId, Decision.SHORTENED, content);
	}

	private Map<String, Object> content(String clientId, Collection<String> scopes) {
		Map<String, Object> client = new LinkedHashMap<>();
		client.put("client_id", clientId);
		RegisteredClient known = this.clients.findById(clientId);
		if (known != null) {
			client.put("client_name", known.getClientName());
			client.put("client_version", ClientVersion.of(known));
		}
		Map<String, Object> content = new LinkedHashMap<>();
		content.put("client", client);
		content.put("scope", String.join(" ", new TreeSet<>(scopes)));
		content.put("resources", resources(scopes));
		content.put("language", LocaleContextHolder.getLocale().toLanguageTag());
		return content;
	}

	private List<Map<String, Object>> resources(Collection<String> scopes) {
		Locale language = LocaleContextHolder.getLocale();
		Map<String, Map<String, Object>> resources = new LinkedHashMap<>();
		for (Scope scope : this.catalogue.find(scopes)) {
			String identifier = scope.resource().map(Resource::identifier).orElse("");
			Map<String, Object> resource = resources.computeIfAbsent(identifier, (id) -> resource(scope, language));
			Map<String, Object> line = new LinkedHashMap<>();
			line.put("scope", scope.name());
			line.put("title", scope.title(language));
			line.put("risk", scope.risk().value());
			lines(resource).add(line);
		}
		return List.copyOf(resources.values());
	}

	private static Map<String, Object> resource(Scope scope, Locale language) {
		Map<String, Object> resource = new LinkedHashMap<>();
		scope.resource().ifPresent((api) -> {
			resource.put("resource", api.identifier());
			resource.put("resource_name", api.resourceName(language));
		});
		resource.put("scopes", new ArrayList<Map<String, Object>>());
		return resource;
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> lines(Map<String, Object> resource) {
		return (List<Map<String, Object>>) resource.getOrDefault("scopes", List.of());
	}

}
