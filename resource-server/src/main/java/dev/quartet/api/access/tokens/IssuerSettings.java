package dev.quartet.api.access.tokens;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Says how one issuer's tokens are checked.
 *
 * @param issuer compared character by character with {@code iss}
 * @param mode how to find out whether a token is good
 * @param audience expected in {@code aud}; when absent the API's identifier
 * @param jwksUri mode jwt: where its keys are; when absent its metadata says so
 * @param introspectionUri mode introspection: whom to ask; when absent its metadata says
 * so
 * @param clientId mode introspection: this API's name at the issuer
 * @param clientSecret mode introspection: what proves it
 * @param secret mode shared-secret: signs and checks
 * @param lenient mode shared-secret: whether {@code sub} and {@code exp} are enough
 * @param machineClaim a claim and its value, as in {@code idtyp=app}, by which the issuer
 * marks machines' tokens; when absent, a machine is who is its own subject
 */
public record IssuerSettings(String issuer, @DefaultValue("jwt") Mode mode, @Nullable String audience,
		@Nullable URI jwksUri, @Nullable URI introspectionUri, @Nullable String clientId, @Nullable String clientSecret,
		@Nullable String secret, boolean lenient, @Nullable String machineClaim) {

	private static final int SECRET_BYTES = 32;

	private static final Pattern MARK = Pattern.compile("[^=]+=.+");

	public static IssuerSettings signing(String issuer, @Nullable URI jwksUri) {
		return new IssuerSettings(issuer, Mode.JWT, null, jwksUri, null, null, null, null, false, null);
	}

	public static IssuerSettings sharing(String issuer, String secret, boolean lenient) {
		return new IssuerSettings(issuer, Mode.SHARED_SECRET, null, null, null, null, null, secret, lenient, null);
	}

	/** Refuses what cannot work or means nothing, under the name of the setting. */
	public void check(String name) {
		WebAddress.require(name + ".issuer", issuer);
		check(name, Mode.JWT, "jwks-uri", jwksUri);
		check(name, Mode.INTROSPECTION, "introspection-uri", introspectionUri);
		check(name, Mode.INTROSPECTION, "client-id", clientId);
		check(name, Mode.INTROSPECTION, "client-secret", clientSecret);
		check(name, Mode.SHARED_SECRET, "secret", secret);
		Assert.isTrue(!lenient || mode == Mode.SHARED_SECRET, name + ".lenient belongs to mode shared-secret");
		if (mode == Mode.INTROSPECTION) {
			Assert.hasText(clientId, name + ".client-id is missing: mode introspection needs it");
			Assert.hasText(clientSecret, name + ".client-secret is missing: mode introspection needs it");
		}
		if (mode == Mode.SHARED_SECRET) {
			requireStrong(name + ".secret", secret);
		}
		Assert.isTrue(machineClaim == null || MARK.matcher(machineClaim).matches(),
				name + ".machine-claim must be a claim and its value, as in idtyp=app");
	}

	/** Refuses a secret that can be guessed (RFC 7518 §3.2). */
	public static void requireStrong(String name, @Nullable String secret) {
		Assert.isTrue(secret != null && secret.getBytes(StandardCharsets.UTF_8).length >= SECRET_BYTES,
				name + " must have at least " + SECRET_BYTES + " bytes (256 bits)");
	}

	private void check(String name, Mode needed, String field, @Nullable Object value) {
		boolean absent = value == null || "".equals(value);
		Assert.isTrue(absent || mode == needed, () -> name + "." + field + " belongs to mode "
				+ needed.name().toLowerCase(Locale.ROOT).replace('_', '-'));
		if (!absent && value instanceof URI address) {
			WebAddress.require(name + "." + field, address.toString());
		}
	}

	// A machine speaks for itself (RFC 9068 §2.2: its sub is the client's own identifier)
	// and nobody granted it anything. A person whose id equals a client's has a grant.
	boolean isMachine(Claims claims) {
		if (machineClaim != null) {
			String[] mark = machineClaim.split("=", 2);
			return claims.texts(mark[0]).contains(mark[1]);
		}
		Optional<String> client = claims.text("client_id");
		boolean speaksForItself = client.isPresent() && client.equals(claims.text("sub"));
		return speaksForItself && !claims.has("grant_id");
	}

	/** Secrets are nobody's business. */
	@Override
	public String toString() {
		return "IssuerSettings[" + issuer + ", " + mode + "]";
	}

}
