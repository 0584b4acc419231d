package dev.quartet.api.access;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.quartet.api.access.proof.Proofs;
import dev.quartet.api.access.tokens.IssuerSettings;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells clients whom to ask for a token (RFC 9728): what the settings say, whatever a
 * request says.
 */
final class ResourceMetadata implements Filter {

	private final String path;

	private final byte[] document;

	private final RefusalLimit limit;

	ResourceMetadata(AccessSettings settings, RouteRules rules, Proofs proofs, RefusalLimit limit, JsonMapper json) {
		this.limit = limit;
		this.path = settings.metadataPath();
		this.document = json.writeValueAsBytes(describe(settings, rules, proofs));
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		HttpServletRequest http = (HttpServletRequest) request;
		String wanted = http.getRequestURI().substring(http.getContextPath().length());
		if (!path.equals(wanted) || !ScopeRule.READING.contains(http.getMethod())) {
			chain.doFilter(request, response);
			return;
		}
		if (limit.answers(http, (HttpServletResponse) response)) {
			return;
		}
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setContentLength(document.length);
		response.getOutputStream().write(document);
	}

	private static Map<String, Object> describe(AccessSettings settings, RouteRules rules, Proofs proofs) {
		Map<String, Object> metadata = new LinkedHashMap<>();
		metadata.put("resource", settings.resource());
		if (settings.resourceName() != null) {
			metadata.put("resource_name", settings.resourceName());
		}
		metadata.put("authorization_servers", settings.trusted().stream().map(IssuerSettings::issuer).toList());
		metadata.put("bearer_methods_supported", List.of("header"));
		if (!rules.scopes().isEmpty()) {
			metadata.put("scopes_supported", rules.scopes().stream().sorted().toList());
		}
		if (proofs.isOffered()) {
			metadata.put("dpop_signing_alg_values_supported", proofs.algorithms());
		}
		if (proofs.takesCertificates()) {
			metadata.put("tls_client_certificate_bound_access_tokens", true);
		}
		return metadata;
	}

}
