package dev.quartet.auth.discovery;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.quartet.auth.resources.ScopeCatalogue;
import dev.quartet.auth.users.StandardClaim;
import dev.quartet.auth.web.Languages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationServerMetadata;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.stereotype.Component;

/**
 * Says in both metadata documents what this server does, and nothing else (RFC 8414 §2,
 * OpenID Connect Discovery §3): the framework lists features that are switched off here.
 */
@Component
public class Metadata {

	private static final String BASIC = "client_secret_basic";

	private static final String POST = "client_secret_post";

	private static final String SIGNED = "private_key_jwt";

	private static final List<String> SIGNATURES = List.of("RS256", "ES256", "PS256", "EdDSA");

	private static final List<String> CLAIMS = Stream
		.concat(Stream.of("sub", "auth_time", "acr", "amr"),
				Stream.of(StandardClaim.values()).map(StandardClaim::value))
		.toList();

	private static final Set<String> NOT_OFFERED = Set.of("tls_client_certificate_bound_access_tokens",
			"dpop_signing_alg_values_supported");

	private static final List<String> GRANT_ACTIONS = List.of("query", "revoke", "create", "merge", "replace");

	private static final List<String> LOGOUT = List.of("backchannel_logout_supported",
			"backchannel_logout_session_supported", "frontchannel_logout_supported",
			"frontchannel_logout_session_supported");

	private final ScopeCatalogue catalogue;

	private final ObjectProvider<OfferedEndpoints> offered;

	Metadata(ScopeCatalogue catalogue, ObjectProvider<OfferedEndpoints> offered) {
		this.catalogue = catalogue;
		this.offered = offered;
	}

	/** Corrects the OpenID Connect document. */
	public void describe(OidcProviderConfiguration.Builder document) {
		document.claims((claims) -> {
			describeBoth(claims);
			claims.put("id_token_signing_alg_values_supported", SIGNATURES);
			claims.put("claims_supported", CLAIMS);
			claims.put("acr_values_supported", List.of("1"));
			claims.put("prompt_values_supported", List.of("none", "login", "consent", "select_account"));
			claims.put("claims_parameter_supported", true);
			claims.put("subject_types_supported", List.of("public", "pairwise"));
			claims.put("userinfo_signing_alg_values_supported", SIGNATURES);
			LOGOUT.forEach((feature) -> claims.put(feature, true));
		});
	}

	/** Corrects the OAuth document. */
	public void describe(OAuth2AuthorizationServerMetadata.Builder document) {
		document.claims(this::describeBoth);
	}

	private void describeBoth(Map<String, Object> claims) {
		claims.keySet().removeAll(NOT_OFFERED);
		claims.put("scopes_supported", List.copyOf(this.catalogue.names()));
		claims.put("grant_types_supported", List.of("authorization_code", "refresh_token", "client_credentials",
				"urn:ietf:params:oauth:grant-type:device_code"));
		claims.put("response_modes_supported", List.of("query", "form_post"));
		claims.put("token_endpoint_auth_methods_supported", List.of(BASIC, POST, SIGNED, "none"));
		claims.put("token_endpoint_auth_signing_alg_values_supported", SIGNATURES);
		claims.put("revocation_endpoint_auth_methods_supported", List.of(BASIC, POST, SIGNED, "none"));
		claims.put("revocation_endpoint_auth_signing_alg_values_supported", SIGNATURES);
		claims.put("introspection_endpoint_auth_methods_supported", List.of(BASIC, POST, SIGNED));
		claims.put("introspection_endpoint_auth_signing_alg_values_supported", SIGNATURES);
		this.offered.forEach((endpoints) -> endpoints.paths()
			.forEach((name, path) -> claims.put(name, claims.get("issuer") + path)));
		claims.put("grant_management_actions_supported", GRANT_ACTIONS);
		claims.put("grant_management_action_required", false);
		claims.put("authorization_response_iss_parameter_supported", true);
		claims.put("request_object_signing_alg_values_supported", SIGNATURES);
		claims.put("request_parameter_supported", true);
		// absent would mean true (OpenID Connect Discovery §3)
		claims.put("request_uri_parameter_supported", false);
		claims.put("ui_locales_supported", Languages.SPOKEN.stream().map(Locale::toLanguageTag).toList());
	}

}
