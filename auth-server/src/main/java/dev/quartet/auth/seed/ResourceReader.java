package dev.quartet.auth.seed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the protected resources of a seed file, with their scopes. */
class ResourceReader {

	static final List<String> KEYS = List.of("resource", "resource_name", "scopes");

	static final List<String> SCOPE_KEYS = List.of("scope", "title", "description");

	/** What the server itself knows, and what therefore belongs to no resource. */
	private static final Set<String> STANDARD = Set.of("openid", "profile", "email", "address", "phone",
			"offline_access");

	/** RFC 6749 §3.3. */
	private static final Pattern SCOPE_TOKEN = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]+");

	ResourceSeed read(SeedEntry entry) {
		SeedText resource = entry.required("resource", 500);
		if (entry.has("resource") && !isResourceIdentifier(resource.value())) {
			entry.refuse("resource", "expected an absolute URI without a fragment (RFC 8707 §2)");
		}
		SeedText name = entry.required("resource_name", 200);
		List<ScopeSeed> scopes = entry.entries("scopes", SCOPE_KEYS)
			.stream()
			.map((scope) -> readScope(scope, resource))
			.toList();
		return new ResourceSeed(resource, name.value(), scopes);
	}

	private static ScopeSeed readScope(SeedEntry entry, SeedText resource) {
		SeedText scope = entry.required("scope", 200);
		if (STANDARD.contains(scope.value())) {
			entry.refuse("scope", "the scope %s belongs to OpenID Connect and to no resource".formatted(scope.value()));
		}
		if (entry.has("scope") && !SCOPE_TOKEN.matcher(scope.value()).matches()) {
			entry.refuse("scope", "expected ASCII characters without space, quotation mark and backslash");
		}
		SeedText title = entry.required("title", 200);
		return new ScopeSeed(scope, resource, title.value(), entry.textOrNull("description", 1000));
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
