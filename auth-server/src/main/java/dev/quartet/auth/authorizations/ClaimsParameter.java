package dev.quartet.auth.authorizations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.quartet.auth.users.StandardClaim;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Is what a client asks for claim by claim (OpenID Connect Core §5.5): what is to be
 * told, and what must be true for the sign-in to count.
 */
public final class ClaimsParameter {

	public static final String NAME = "claims";

	/** Asks for nothing. */
	public static final ClaimsParameter NONE = new ClaimsParameter(JsonMapper.shared().createObjectNode());

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private static final String USER_INFO = "userinfo";

	private static final String ID_TOKEN = "id_token";

	private final JsonNode json;

	private ClaimsParameter(JsonNode json) {
		this.json = json;
	}

	/** Is empty for what is no such JSON object. */
	public static Optional<ClaimsParameter> parse(String value) {
		try {
			JsonNode json = JSON.readTree(value);
			boolean good = json.isObject() && isRequest(json.path(USER_INFO)) && isRequest(json.path(ID_TOKEN));
			return good ? Optional.of(new ClaimsParameter(json)) : Optional.empty();
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	/** Of a request that was found good before; only OpenID Connect knows it. */
	public static ClaimsParameter of(Map<String, Object> parameters, Set<String> scopes) {
		boolean openId = scopes.contains(OidcScopes.OPENID);
		return (openId && parameters.get(NAME) instanceof String value) ? parse(value).orElse(NONE) : NONE;
	}

	/** What to tell; claims that nobody here knows are left out. */
	public NamedClaims named() {
		return new NamedClaims(named(USER_INFO), named(ID_TOKEN));
	}

	/**
	 * Which levels of assurance alone will do (§5.5.1.1); empty if any will.
	 */
	public Set<String> essentialAcr() {
		JsonNode acr = this.json.path(ID_TOKEN).path("acr");
		return acr.path("essential").asBoolean(false) ? values(acr) : Set.of();
	}

	/**
	 * Who alone will do, in the words of the client; empty if anybody will, an empty set
	 * if nobody can.
	 */
	public Optional<Set<String>> subjects() {
		return Stream.of(ID_TOKEN, USER_INFO)
			.map((place) -> this.json.path(place).path("sub"))
			.filter((sub) -> sub.has("value") || sub.has("values"))
			.map(ClaimsParameter::values)
			.reduce(ClaimsParameter::both);
	}

	private static Set<String> both(Set<String> one, Set<String> other) {
		return one.stream().filter(other::contains).collect(Collectors.toSet());
	}

	private Set<StandardClaim> named(String place) {
		return this.json.path(place)
			.propertyNames()
			.stream()
			.flatMap((name) -> StandardClaim.of(name).stream())
			.collect(Collectors.toSet());
	}

	private static Set<String> values(JsonNode claim) {
		List<JsonNode> values = List.copyOf(claim.path("values").values());
		return Stream.concat(values.stream(), Stream.of(claim.path("value")))
			.filter(JsonNode::isString)
			.map(JsonNode::stringValue)
			.collect(Collectors.toSet());
	}

	private static boolean isRequest(JsonNode claims) {
		return claims.isMissingNode()
				|| (claims.isObject() && claims.values().stream().allMatch(ClaimsParameter::isClaim));
	}

	private static boolean isClaim(JsonNode claim) {
		JsonNode essential = claim.path("essential");
		JsonNode values = claim.path("values");
		return claim.isNull() || (claim.isObject() && (essential.isMissingNode() || essential.isBoolean())
				&& (values.isMissingNode() || values.isArray()));
	}

}
