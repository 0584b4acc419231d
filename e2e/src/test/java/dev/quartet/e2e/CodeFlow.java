package dev.quartet.e2e;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.quartet.e2e.Program.Answer;

/** Walks the demo's public client through a code flow, without a browser. */
final class CodeFlow {

	private static final String CALLBACK = "http://127.0.0.1:5555/callback";

	// the pair of RFC 7636 appendix B
	static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

	static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

	private final Program browser = new Program(Platform.running().authServer().address());

	Program browser() {
		return this.browser;
	}

	static Map<String, String> request() {
		Map<String, String> request = new LinkedHashMap<>();
		request.put("response_type", "code");
		request.put("client_id", "quartet-public");
		request.put("redirect_uri", CALLBACK);
		request.put("scope", "openid profile notes:read");
		request.put("state", "s");
		request.put("code_challenge", CHALLENGE);
		request.put("code_challenge_method", "S256");
		return request;
	}

	Answer authorize(Map<String, String> request) {
		return this.browser.get("/oauth2/authorize?" + Program.form(request));
	}

	/** The consent page of somebody new. */
	Answer consentPage() {
		Answer login = this.browser.follow(authorize(request()));
		String person = Platform.running().newPerson();
		return this.browser.follow(this.browser.post("/login", Program.form(Map.of("_csrf", login.hidden("_csrf"),
				"continue", login.hidden("continue"), "username", person, "password", Platform.password(person)))));
	}

	/** The code that the client gets when everything is allowed. */
	String allow(Answer consent) {
		String form = Program.form(Map.of("client_id", "quartet-public", "state", consent.hidden("state"), "shown",
				consent.hidden("shown"), "duration", "month"));
		return this.browser.post("/oauth2/authorize", form + "&scope=openid&scope=profile&scope=notes:read")
			.sent("code");
	}

	Answer redeem(String code) {
		return this.browser.post("/oauth2/token", Program.form(Map.of("grant_type", "authorization_code", "client_id",
				"quartet-public", "code", code, "redirect_uri", CALLBACK, "code_verifier", VERIFIER)));
	}

	Answer tokens() {
		return redeem(allow(consentPage()));
	}

}
