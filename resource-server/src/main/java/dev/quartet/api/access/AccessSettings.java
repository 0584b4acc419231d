package dev.quartet.api.access;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.quartet.api.access.tokens.IssuerSettings;
import dev.quartet.api.access.tokens.Mode;
import dev.quartet.api.access.tokens.TokenSettings;
import dev.quartet.api.access.tokens.WebAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Says whose tokens this API accepts and under which identifier it is known.
 *
 * @param issuer the only issuer, unless {@code issuers} lists some
 * @param jwksUri where its keys are; when absent its metadata says so
 * @param jwtSecret when set, whoever knows it issues the tokens (HS256), not a key
 * @param jwtLenient whether such tokens need no more than {@code sub} and {@code exp}
 * @param issuers several issuers, each with its own mode
 * @param resource this API's identifier (RFC 8707), expected in {@code aud}
 * @param resourceName how people call this API
 * @param clockSkew how far the clocks of issuer and API may differ
 * @param rememberedTokens how many good tokens are remembered
 * @param rememberAnswers how long an introspection answer is remembered
 */
@ConfigurationProperties("quartet.api")
public record AccessSettings(@DefaultValue("") String issuer, @Nullable URI jwksUri, @DefaultValue("") String jwtSecret,
		boolean jwtLenient, @DefaultValue List<IssuerSettings> issuers, String resource, @Nullable String resourceName,
		@DefaultValue("30s") Duration clockSkew, @DefaultValue("20000") int rememberedTokens,
		@DefaultValue("10s") Duration rememberAnswers) {

	private static final Duration MAX_SKEW = Duration.ofMinutes(5);

	private static final Duration MAX_ANSWER = Duration.ofMinutes(1);

	private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

	public AccessSettings {
		WebAddress.require("quartet.api.resource", resource);
		Assert.isTrue(!clockSkew.isNegative() && clockSkew.compareTo(MAX_SKEW) <= 0,
				"quartet.api.clock-skew must be between 0 and 5 minutes");
		Assert.isTrue(rememberedTokens > 0, "quartet.api.remembered-tokens must be more than nothing");
		Assert.isTrue(!rememberAnswers.isNegative() && rememberAnswers.compareTo(MAX_ANSWER) <= 0,
				"quartet.api.remember-answers must be between 0 and 1 minute");
		if (issuers.isEmpty()) {
			checkSingle(issuer, jwksUri, jwtSecret, jwtLenient);
		}
		else {
			Assert.isTrue(jwtSecret.isEmpty() && !jwtLenient && jwksUri == null,
					"quartet.api.jwks-uri, .jwt-secret and .jwt-lenient belong to a single issuer: "
							+ "with quartet.api.issuers set they stand there, for each issuer");
			checkAll(issuers);
		}
	}

	/** Says for one issuer what needs saying; the rest has its defaults. */
	public static AccessSettings of(String issuer, String resource) {
		return new AccessSettings(issuer, null, "", false, List.of(), resource, null, Duration.ofSeconds(30), 20_000,
				Duration.ofSeconds(10));
	}

	/** Answers whom this API trusts, and how. */
	public List<IssuerSettings> trusted() {
		if (!issuers.isEmpty()) {
			return issuers;
		}
		return List.of(jwtSecret.isEmpty() ? IssuerSettings.signing(issuer, jwksUri)
				: IssuerSettings.sharing(issuer, jwtSecret, jwtLenient));
	}

	TokenSettings tokens() {
		return new TokenSettings(resource, clockSkew, rememberedTokens, rememberAnswers);
	}

	// The well-known part goes between host and path (RFC 9728 §3.1).
	String metadataAddress() {
		URI uri = URI.create(resource);
		return uri.getScheme() + "://" + uri.getRawAuthority() + metadataPath();
	}

	String metadataPath() {
		String path = URI.create(resource).getRawPath();
		return "/".equals(path) ? WELL_KNOWN : WELL_KNOWN + path;
	}

	private static void checkSingle(String issuer, @Nullable URI jwksUri, String jwtSecret, boolean jwtLenient) {
		WebAddress.require("quartet.api.issuer", issuer);
		if (jwksUri != null) {
			WebAddress.require("quartet.api.jwks-uri", jwksUri.toString());
		}
		if (!jwtSecret.isEmpty()) {
			IssuerSettings.requireStrong("quartet.api.jwt-secret (QUARTET_API_JWT_SECRET)", jwtSecret);
			Assert.isNull(jwksUri, "quartet.api.jwks-uri and quartet.api.jwt-secret exclude one another");
		}
		Assert.isTrue(!jwtLenient || StringUtils.hasText(jwtSecret),
				"quartet.api.jwt-lenient belongs to quartet.api.jwt-secret");
	}

	private static void checkAll(List<IssuerSettings> issuers) {
		Set<String> names = new HashSet<>();
		for (int i = 0; i < issuers.size(); i++) {
			issuers.get(i).check("quartet.api.issuers[" + i + "]");
			Assert.isTrue(names.add(issuers.get(i).issuer()),
					"quartet.api.issuers[" + i + "].issuer is there twice, and an issuer has one mode");
		}
		// Nobody could tell whose such a token is.
		Assert.isTrue(issuers.stream().filter((issuer) -> issuer.mode() == Mode.INTROSPECTION).count() <= 1,
				"quartet.api.issuers: only one issuer may have mode introspection");
		Assert.isTrue(issuers.stream().filter(IssuerSettings::lenient).count() <= 1,
				"quartet.api.issuers: only one issuer may be lenient");
	}

	/** Secrets are nobody's business. */
	@Override
	public String toString() {
		return "AccessSettings[resource=" + resource + ", trusted=" + trusted() + "]";
	}

}
