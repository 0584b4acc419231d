package dev.quartet.auth.authorize;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.quartet.auth.authorizations.ClaimsParameter;
import dev.quartet.auth.clients.ApplicationType;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.clients.QuartetClientSettings;
import dev.quartet.auth.keys.VerifiedTokens;
import dev.quartet.auth.resources.ScopeCatalogue;
import dev.quartet.auth.subjects.Subjects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Decides whether a client may ask like this, in the address of the browser or pushed
 * (RFC 6749 §4.1.1, OpenID Connect Core §3.1.2.1).
 */
@Component
class RequestRules implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

	private static final String CLAUSE = "https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1";

	private static final String CORE = "https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest";

	// The SHA-256 of a verifier, base64url without padding (RFC 7636 §4.2).
	private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

	private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

	private static final Set<String> PROMPTS = Set.of("none", "login", "consent", "select_account");

	/** What the store keeps of a request object that it does not keep. */
	private static final String SIGNED = "signed_request";

	private final ScopeCatalogue catalogue;

	private final VerifiedTokens tokens;

	private final RegisteredClientRepository clients;

	RequestRules(ScopeCatalogue catalogue, VerifiedTokens tokens, RegisteredClientRepository clients) {
		this.catalogue = catalogue;
		this.tokens = tokens;
		this.clients = clients;
	}

	@Override
	public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
		OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
		proveRedirectUri(context);
		problem(request).or(() -> unsigned(context)).or(() -> GrantRequestRules.problem(context)).ifPresent((error) -> {
			throw RequestRefusals.atTheClient(error, request, context.getRegisteredClient());
		});
		OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_SCOPE_VALIDATOR.accept(context);
	}

	/** Refuses on a page of ours where the answer might go to a stranger. */
	static void proveRedirectUri(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
		OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
		if (isForeignLoopback(context, request)) {
			throw RequestRefusals.onOurPage(
					new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, "OAuth 2.0 Parameter: redirect_uri", CLAUSE),
					request);
		}
		OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_REDIRECT_URI_VALIDATOR.accept(context);
	}

	// Any port is for applications on the person's own device only (RFC 8252 §7.3).
	private static boolean isForeignLoopback(OAuth2AuthorizationCodeRequestAuthenticationContext context,
			OAuth2AuthorizationCodeRequestAuthenticationToken request) {
		String asked = request.getRedirectUri();
		return asked != null && !asked.isEmpty()
				&& QuartetClientSettings.applicationType(context.getRegisteredClient()) != ApplicationType.NATIVE
				&& !context.getRegisteredClient().getRedirectUris().contains(asked);
	}

	private Optional<OAuth2Error> problem(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
		return notSupported(request).or(() -> wrongValue(request))
			.or(() -> foreignHint(request))
			.or(() -> unknownResource(request));
	}

	private static Optional<OAuth2Error> unsigned(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
		OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
		boolean promised = QuartetClientSettings.further(context.getRegisteredClient())
			.flag(MetadataField.REQUIRE_SIGNED_REQUEST_OBJECT);
		return (promised && !isSigned(request)) ? refuse(OAuth2ErrorCodes.INVALID_REQUEST,
				"This client must sign its requests", "https://www.rfc-editor.org/rfc/rfc9101#section-10.5")
				: Optional.empty();
	}

	// What is read from a request object has been verified, and carries it on. Of one
	// that was pushed the store may say so, and beside a handle nobody else is heard.
	private static boolean isSigned(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
		return text(request, RequestObjectReader.PARAMETER) != null
				|| (PushedOnlyRules.isPushed(request) && text(request, SIGNED) != null);
	}

	private static Optional<OAuth2Error> notSupported(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
		if (text(request, ForeignRequestUri.PARAMETER) != null) {
			return refuse("request_uri_not_supported",
					"request_uri must come from the pushed authorization request endpoint", CORE);
		}
		if (text(request, "registration") != null) {
			return refuse("registration_not_supported", "Register the client first", CORE);
		}
		return Optional.empty();
	}

	private static Optional<OAuth2Error> wrongValue(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
		String mode = text(request, ResponseMode.PARAMETER);
		if (mode != null && ResponseMode.of(mode).isEmpty()) {
			return invalid("response_mode must be query or form_post");
		}
		String challenge = text(request, "code_challenge");
		if (challenge != null && !CHALLENGE.matcher(challenge).matches()) {
			return invalid("code_challenge must be a SHA-256 in base64url: 43 characters (RFC 7636 §4.2)");
		}
		String maxAge = text(request, SignInDemand.MAX_AGE);
		if (maxAge != null && !SECONDS.matcher(maxAge).matches()) {
			return invalid("max_age must be a number of seconds");
		}
		if (request.getScopes().isEmpty()) {
			return refuse(OAuth2ErrorCodes.INVALID_SCOPE, "scope must name at least one",
					"https://www.rfc-editor.org/rfc/rfc6749#section-3.3");
		}
		String claims = text(request, ClaimsParameter.NAME);
		if (claims != null && ClaimsParameter.parse(claims).isEmpty()) {
			return invalid("claims must be a JSON object with userinfo and id_token (OpenID Connect Core §5.5)");
		}
		List<String> prompts = SignInDemand.prompts(request);
		if (!PROMPTS.containsAll(prompts)) {
			return invalid("prompt knows none, login, consent and select_account");
		}
		return (prompts.contains("none") && prompts.size() > 1) ? invalid("prompt=none goes with no other prompt")
				: Optional.empty();
	}

	private Optional<OAuth2Error> foreignHint(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
		String hint = text(request, "id_token_hint");
		return (hint == null
				|| this.tokens.idToken(hint).filter((claims) -> isForTheClient(claims, request)).isPresent())
						? Optional.empty() : refuse(OAuth2ErrorCodes.INVALID_REQUEST,
								"id_token_hint was not issued to this client by this server", CORE);
	}

	// The answer would tell a client of another sector whom it means.
	private boolean isForTheClient(JWTClaimsSet hint, OAuth2AuthorizationCodeRequestAuthenticationToken request) {
		RegisteredClient client = this.clients.findByClientId(request.getClientId());
		return client != null && hint.getAudience()
			.stream()
			.map(this.clients::findByClientId)
			.anyMatch((other) -> other != null && Subjects.share(client, other));
	}

	// What the scopes do not open is no audience for them (RFC 8707 §2).
	private Optional<OAuth2Error> unknownResource(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
		Object named = request.getAdditionalParameters().get("resource");
		List<String> resources = (named instanceof String[] several) ? Arrays.asList(several)
				: Stream.ofNullable(named).map(Object::toString).toList();
		return this.catalogue.resourcesOf(request.getScopes()).containsAll(resources) ? Optional.empty()
				: refuse("invalid_target", "resource must be an API that the requested scopes open",
						"https://www.rfc-editor.org/rfc/rfc8707#section-2");
	}

	private static @Nullable String text(OAuth2AuthorizationCodeRequestAuthenticationToken request, String name) {
		Object value = request.getAdditionalParameters().get(name);
		return (value instanceof String text && !text.isEmpty()) ? text : null;
	}

	private static Optional<OAuth2Error> invalid(String description) {
		return refuse(OAuth2ErrorCodes.INVALID_REQUEST, description, CLAUSE);
	}

	private static Optional<OAuth2Error> refuse(String code, String description, String clause) {
		return Optional.of(new OAuth2Error(code, description, clause));
	}

}
