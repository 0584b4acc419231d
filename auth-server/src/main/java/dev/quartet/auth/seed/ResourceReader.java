package dev.quartet.auth.seed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.quartet.auth.resources.AccountScopes;
import dev.quartet.auth.resources.LocalizedTexts;
import dev.quartet.auth.resources.Risk;
import dev.quartet.auth.resources.ScopeTexts;

/** Reads the protected resources of a seed file, with their scopes. */
class ResourceReader {

	static final List<String> KEYS = List.of("resource", "resource_name", "resource_name#", "owner", "scopes");

	static final List<String> SCOPE_KEYS = List.of("scope", "title", "title#", "description", "description#", "risk",
			"optional");

	private static final int LONGEST_NAME = 200;

	private static final int LONGEST_TITLE = 200;

	private static final int LONGEST_DESCRIPTION = 1000;

	private static final int ROOM_FOR_NAMES = 8000;

	private static final int ROOM_FOR_TEXTS = 16_000;

	/** What the server itself knows, and what therefore belongs to no resource. */
	private static final Set<String> STANDARD = Set.of("openid", "profile", "email", "address", "phone",
			"offline_access", "grant_management_query", "grant_management_revoke", AccountScopes.READ_APPS,
			AccountScopes.CHANGE_APPS);

	/** RFC 6749 §3.3. */
	private static final Pattern SCOPE_TOKEN = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]+");

	ResourceSeed read(SeedEntry entry) {
		SeedText resource = entry.required("resource", 500);
		if (entry.has("resource") && !isResourceIdentifier(resource.value())) {
			entry.refuse("resource", "expected an absolute URI without a fragment (RFC 8707 §2)");
		}
		SeedText name = entry.required("resource_name", LONGEST_NAME);
		LocalizedTexts localized = new LocalizedReader(entry).read("resource_name", LONGEST_NAME)
			.texts("resource_name", ROOM_FOR_NAMES);
		List<ScopeSeed> scopes = entry.entries("scopes", SCOPE_KEYS)
			.stream()
			.map((scope) -> readScope(scope, resource))
			.toList();
		return new ResourceSeed(resource, name.value(), entry.textOrNull("owner", LONGEST_NAME), localized, scopes);
	}

	private static ScopeSeed readScope(SeedEntry entry, SeedText resource) {
		SeedText scope = entry.required("scope", 200);
		if (STANDARD.contains(scope.value())) {
			entry.refuse("scope",
					"the scope %s is this server's own and belongs to no resource".formatted(scope.value()));
		}
		if (entry.has("scope") && !SCOPE_TOKEN.matcher(scope.value()).matches()) {
			entry.refuse("scope", "expected ASCII characters without space, quotation mark and backslash");
		}
		return new ScopeSeed(scope, resource, texts(entry), risk(entry), entry.flag("optional", true));
	}

	private static ScopeTexts texts(SeedEntry entry) {
		LocalizedTexts localized = new LocalizedReader(entry).read("title", LONGEST_TITLE)
			.read("description", LONGEST_DESCRIPTION)
			.texts("title", ROOM_FOR_TEXTS);
		return new ScopeTexts(entry.required("title", LONGEST_TITLE).value(),
				entry.textOrNull("description", LONGEST_DESCRIPTION), localized);
	}

	private static Risk risk(SeedEntry entry) {
		return entry.text("risk", 10).map((word) -> Risk.of(word.value()).orElseGet(() -> {
			entry.refuse("risk", "expected low, medium or high");
			return Risk.LOW;
		})).orElse(Risk.LOW);
	}

	private static boolean isResourceIdentifier(String text) {
		try {
			URI uri = new URI(text);
			return uri.isAbsolute() && uri.getRawFragment() == null && text.equals(uri.toASCIIString());
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
