package dev.quartet.app.recording;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Plays sign-ins of each kind, message by message as the application sends them. */
public final class SampleFlows {

	private static final String CODE = "SplxlOBeZQQYbYS6WxSbIA-kq9t";

	private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

	private static final String SECRET = "s3cret:with/odd+characters";

	private static final String SIGNATURE = "tmKGLZ4mRIzPfwLgBhHsSQ0bMRnVBkzCxk3xZqv9dGA";

	private static final String REFRESH = "rt-0f9c3c5e-8f8e-4a8b-9b0c-5d6e7f8a9b0c";

	private static final String TEMPORARY = "hh5s93j4hdidpola-temporary";

	private static final String TEMPORARY_SECRET = "hdhd0244k9j7ao03-temporary";

	private static final String TOKEN = "nnch734d00sl2jdk-token";

	private static final String TOKEN_SECRET = "pfkkdhi9sl3r4s00-token";

	private static final String VERIFIER1 = "hfdp7dh39dks9884-verifier";

	private static final String SIGNATURE1 = "74KNZJeDHnMBp0EMJ9ZHt/XKycU=";

	/** What must never be found anywhere. */
	public static final Set<String> SECRETS = Set.of(CODE, VERIFIER, SECRET, SIGNATURE, REFRESH, TEMPORARY,
			TEMPORARY_SECRET, TOKEN, TOKEN_SECRET, VERIFIER1, SIGNATURE1);

	private static final String APP = "http://localhost:8080";

	private final SampleProvider provider;

	private final Recorder recorder;

	private final RestClient http;

	public SampleFlows(SampleProvider provider, Recorder recorder, ClientHttpRequestFactory outbound) {
		this.provider = provider;
		this.recorder = recorder;
		this.http = RestClient.builder()
			.requestFactory(outbound)
			.defaultStatusHandler((status) -> true, (request, response) -> {
			})
			.build();
		answers();
	}

	/** Signs in by OpenID Connect and calls the API. */
	public String oidc() {
		String id = this.recorder.begin("quartet", "oidc").orElseThrow();
		this.recorder.during(id, () -> get("/.well-known/openid-configuration"));
		this.recorder.travelled(id,
				new FrontMessage(Party.PROVIDER, "GET", url("/oauth2/authorize"),
						parameters("response_type", "code", "client_id", "quartet-app", "redirect_uri",
								APP + "/login/oauth2/code/quartet", "scope", "openid profile email notes:read", "state",
								"af0ifjsldkj", "nonce", "n-0S6_WzA2Mj", "code_challenge",
								"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "code_challenge_method", "S256")));
		return this.recorder.during(id, () -> {
			this.recorder.travelled(id, new FrontMessage(Party.CLIENT, "GET", APP + "/login/oauth2/code/quartet",
					parameters("code", CODE, "state", "af0ifjsldkj", "iss", this.provider.url())));
			redeem("/oauth2/token", APP + "/login/oauth2/code/quartet");
			get("/oauth2/jwks");
			bearer("/userinfo");
			bearer("/api/protected");
			this.recorder.ended(id, "signed-in");
			return id;
		});
	}

	/** Signs in by plain OAuth 2.0. */
	public String oauth2() {
		String id = this.recorder.begin("github", "oauth2").orElseThrow();
		this.recorder.travelled(id,
				new FrontMessage(Party.PROVIDER, "GET", url("/login/oauth/authorize"),
						parameters("response_type", "code", "client_id", "quartet-app", "redirect_uri",
								APP + "/login/oauth2/code/github", "scope", "read:user", "state", "af0ifjsldkj",
								"code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
								"code_challenge_method", "S256")));
		return this.recorder.during(id, () -> {
			this.recorder.travelled(id, new FrontMessage(Party.CLIENT, "GET", APP + "/login/oauth2/code/github",
					parameters("code", CODE, "state", "af0ifjsldkj")));
			redeem("/login/oauth/access_token", APP + "/login/oauth2/code/github");
			bearer("/user");
			this.recorder.ended(id, "signed-in");
			return id;
		});
	}

	/** Signs in by OAuth 1.0a. */
	public String oauth1() {
		String id = this.recorder.begin("twitter", "oauth1").orElseThrow();
		this.recorder.during(id, () -> signed("POST", "/oauth/request_token",
				"oauth_callback=\"http%3A%2F%2Flocalhost%3A8080%2Fback\""));
		this.recorder.travelled(id, new FrontMessage(Party.PROVIDER, "GET", url("/oauth/authenticate"),
				parameters("oauth_token", TEMPORARY)));
		return this.recorder.during(id, () -> {
			this.recorder.travelled(id, new FrontMessage(Party.CLIENT, "GET", APP + "/login/oauth1/code/twitter",
					parameters("oauth_token", TEMPORARY, "oauth_verifier", VERIFIER1)));
			signed("POST", "/oauth/access_token",
					"oauth_token=\"" + TEMPORARY + "\", oauth_verifier=\"" + VERIFIER1 + "\"");
			signed("GET", "/1.1/account/verify_credentials.json?skip_status=true", "oauth_token=\"" + TOKEN + "\"");
			this.recorder.ended(id, "signed-in");
			return id;
		});
	}

	private void answers() {
		String access = jwt("{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"btDKU0u0\"}", """
				{"iss":"http://localhost:9000","sub":"alice","aud":["http://localhost:8090"],"client_id":"quartet-app",
				"scope":"openid notes:read","exp":1795290985,"iat":1795290685,"nbf":1795290685,"jti":"f329d39a",
				"grant_id":"9b0c","preferred_username":"alice"}""");
		String id = jwt("{\"alg\":\"RS256\",\"kid\":\"q387PIVK\"}", """
				{"iss":"http://localhost:9000","sub":"alice","aud":"quartet-app","azp":"quartet-app","exp":1795290985,
				"iat":1795290685,"auth_time":1795290600,"nonce":"n-0S6_WzA2Mj","at_hash":"77QmUPtjPfzWtF2AnpK9RQ",
				"sid":"08a5019c","acr":"1","amr":["pwd"],"jti":"1c7d"}""");
		this.provider.on("/.well-known/openid-configuration", "application/json", SampleProvider.file("metadata.json"))
			.on("/oauth2/jwks", "application/json", SampleProvider.file("keys.json"))
			.on("/oauth2/token", "application/json", """
					{"access_token":"%s","refresh_token":"%s","id_token":"%s","token_type":"Bearer","expires_in":299,
					"scope":"openid profile email notes:read","grant_id":"9b0c"}""".formatted(access, REFRESH, id))
			.on("/userinfo", "application/json", """
					{"sub":"alice","name":"Alice Archer","preferred_username":"alice","email":"alice@quartet.example",
					"email_verified":true,"address":{"country":"Utopia"},"updated_at":1795290600}""")
			.on("/api/protected", "application/json", "{\"message\":\"Hello, alice! This is a protected route.\"}")
			.on("/login/oauth/access_token", "application/x-www-form-urlencoded",
					"access_token=" + REFRESH + "&scope=read%3Auser&token_type=bearer")
			.on("/user", "application/json", "{\"id\":1,\"login\":\"octocat\",\"plan\":{\"name\":\"free\"}}")
			.on("/oauth/request_token", "text/html; charset=utf-8",
					"oauth_token=" + TEMPORARY + "&oauth_token_secret=" + TEMPORARY_SECRET
							+ "&oauth_callback_confirmed=true")
			.on("/oauth/access_token", "text/html",
					"oauth_token=" + TOKEN + "&oauth_token_secret=" + TOKEN_SECRET + "&user_id=7&screen_name=alice")
			.on("/1.1/account/verify_credentials.json", "application/json", "{\"id_str\":\"7\",\"name\":\"Alice\"}");
	}

	private static String jwt(String header, String claims) {
		return encoded(header) + "." + encoded(claims) + "." + SIGNATURE;
	}

	private static String encoded(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private void redeem(String path, String redirectUri) {
		String basic = "quartet-app:s3cret%3Awith%2Fodd%2Bcharacters";
		this.http.post()
			.uri(url(path))
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.US_ASCII)))
			.accept(MediaType.APPLICATION_JSON)
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.body("grant_type=authorization_code&code=" + CODE + "&code_verifier=" + VERIFIER + "&redirect_uri="
					+ redirectUri.replace(":", "%3A").replace("/", "%2F"))
			.retrieve()
			.toBodilessEntity();
	}

	private String get(String path) {
		return String.valueOf(this.http.get().uri(url(path)).retrieve().body(String.class));
	}

	private void bearer(String path) {
		String token = jwt("{\"alg\":\"ES256\",\"typ\":\"at+jwt\"}", "{\"sub\":\"alice\",\"exp\":1795290985}");
		this.http.get()
			.uri(url(path))
			.header("Authorization", "Bearer " + (path.equals("/user") ? REFRESH : token))
			.retrieve()
			.toBodilessEntity();
	}

	private boolean signed(String method, String path, String parameters) {
		return this.http.method(org.springframework.http.HttpMethod.valueOf(method))
			.uri(url(path))
			.header("Authorization",
					"OAuth oauth_consumer_key=\"dpf43f3p2l4k3l03\", oauth_signature_method=\"HMAC-SHA1\", "
							+ "oauth_timestamp=\"1795290685\", oauth_nonce=\"kllo9940pd9333jh\", oauth_version=\"1.0\", "
							+ parameters + ", oauth_signature=\"74KNZJeDHnMBp0EMJ9ZHt%2FXKycU%3D\"")
			.retrieve()
			.toBodilessEntity()
			.getStatusCode()
			.is2xxSuccessful();
	}

	private String url(String path) {
		return this.provider.url() + path;
	}

	private static Map<String, List<String>> parameters(String... pairs) {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		for (int index = 0; index < pairs.length; index += 2) {
			parameters.put(pairs[index], List.of(pairs[index + 1]));
		}
		return parameters;
	}

}
