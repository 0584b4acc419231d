package dev.quartet.auth.rfc8414;

import java.util.List;
import java.util.Map;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.TestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Asks for each value of a parameter that a client may send. */
final class RequestTruths {

	private static final List<String> RESPONSE_TYPES = List.of("code", "token", "id_token", "code id_token",
			"code token", "id_token token", "code id_token token", "none");

	private static final List<String> RESPONSE_MODES = List.of("query", "form_post", "fragment", "web_message", "jwt",
			"query.jwt");

	private static final List<String> GRANT_TYPES = List.of("authorization_code", "refresh_token", "client_credentials",
			"password", "urn:ietf:params:oauth:grant-type:device_code", "urn:ietf:params:oauth:grant-type:jwt-bearer",
			"urn:ietf:params:oauth:grant-type:saml2-bearer", "urn:ietf:params:oauth:grant-type:token-exchange",
			"urn:openid:params:grant-type:ciba");

	private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ja", "ar", "it", "zh");

	private final Flows flows;

	private final AuthorizationFlow signedIn;

	RequestTruths(Flows flows) {
		this.flows = flows;
		this.signedIn = flows.app();
		this.signedIn.code("alice");
	}

	Map<String, Truth> all() {
		return Map.ofEntries(
				Map.entry("response_types_supported",
						Truth.exactly(RESPONSE_TYPES, (type) -> works("response_type", type))),
				Map.entry("response_modes_supported", Truth.exactly(RESPONSE_MODES, this::respondsBy)),
				Map.entry("grant_types_supported", Truth.exactly(GRANT_TYPES, this::grants)),
				Map.entry("code_challenge_methods_supported",
						Truth.exactly(List.of("S256", "plain"), (method) -> works("code_challenge_method", method))),
				Map.entry("prompt_values_supported",
						Truth.exactly(List.of("none", "login", "consent", "select_account", "create"), this::prompts)),
				Map.entry("ui_locales_supported", Truth.exactly(LANGUAGES, this::speaks)),
				Map.entry("acr_values_supported", Truth.exactly(List.of("0", "1", "2"), this::reaches)),
				Map.entry("authorization_response_iss_parameter_supported", Truth.flag(this::namesTheIssuer)),
				Map.entry("request_uri_parameter_supported", Truth
					.flag(() -> !refused("request_uri", "https://a.example/r").equals("request_uri_not_supported"))),
				Map.entry("claims_parameter_supported", Truth.flag(this::tellsNamedClaims)));
	}

	private boolean works(String parameter, String value) {
		return !this.signedIn.authorize(this.signedIn.request().with(parameter, value)).sent("code").isEmpty();
	}

	private String refused(String parameter, String value) {
		return this.signedIn.authorize(this.signedIn.request().with(parameter, value)).sent("error");
	}

	private boolean respondsBy(String mode) {
		Answer answer = this.signedIn.authorize(this.signedIn.request().with("response_mode", mode));
		return mode.equals("query") ? !answer.sent("code").isEmpty()
				: answer.status() == 200 && !answer.page().select("input[name=code]").isEmpty();
	}

	private boolean grants(String type) {
		Answer answer = this.signedIn.token(Form.empty().and("grant_type", type));
		return !answer.json("error").equals("unsupported_grant_type");
	}

	private boolean prompts(String prompt) {
		Answer answer = this.signedIn.authorize(this.signedIn.request().with("prompt", prompt));
		return answer.location().contains("/login?") || answer.location().contains("/oauth2/consent?")
				|| !answer.sent("code").isEmpty();
	}

	private boolean speaks(String language) {
		AuthorizationFlow somebody = this.flows.app();
		Answer login = somebody.browser().follow(somebody.authorize(somebody.request().with("ui_locales", language)));
		return login.page().select("html").attr("lang").equals(language);
	}

	private boolean reaches(String acr) {
		return works("claims", "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"" + acr + "\"]}}}");
	}

	private boolean namesTheIssuer() {
		String issuer = "http://localhost:9000";
		return this.signedIn.authorize(this.signedIn.request()).sent("iss").equals(issuer)
				&& this.signedIn.authorize(this.signedIn.request().with("scope", "x")).sent("iss").equals(issuer);
	}

	private boolean tellsNamedClaims() {
		AuthorizationFlow flow = this.flows.with(TestClient.app());
		flow.code("alice");
		Form named = flow.request().with("scope", "openid").with("claims", "{\"userinfo\":{\"email\":null}}");
		Answer tokens = flow.redeem(flow.authorize(named).sent("code"));
		assertThat(tokens.json("scope")).isEqualTo("openid");
		return flow.userInfo(tokens.json("access_token")).json().containsKey("email");
	}

}
