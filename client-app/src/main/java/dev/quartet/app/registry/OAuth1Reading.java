package dev.quartet.app.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.pem.PemContent;

/** Makes a provider of an entry of kind {@code oauth1}. */
final class OAuth1Reading {

	private static final Map<String, SignatureMethod> METHODS = EntryReading.choices(SignatureMethod.values(),
			SignatureMethod::label);

	private final String name;

	private final ProviderEntry entry;

	private final EntryCheck check;

	OAuth1Reading(String name, ProviderEntry entry, EntryCheck check) {
		this.name = name;
		this.entry = entry;
		this.check = check;
	}

	OAuth1Provider read() {
		this.check.unused(Kind.OAUTH1, "server-metadata-url", this.entry.serverMetadataUrl())
			.unused(Kind.OAUTH1, "scope", this.entry.scope())
			.unused(Kind.OAUTH1, "client-authentication", this.entry.clientAuthentication())
			.unused(Kind.OAUTH1, "id-token-signed-with", this.entry.idTokenSignedWith())
			.unused(Kind.OAUTH1, "response-mode", this.entry.responseMode())
			.unused(Kind.OAUTH1, "parameters", this.entry.parameters());
		SignatureMethod method = this.check.choice("signature-method", this.entry.signatureMethod(), METHODS)
			.orElse(SignatureMethod.HMAC_SHA1);
		String authorizeUrl = this.check.address("authorize-url", this.entry.authorizeUrl());
		String apiBaseUrl = apiBaseUrl();
		return new OAuth1Provider(this.name, EntryReading.title(this.name, this.entry), credentials(method),
				EntryReading.ownIssuer(this.entry, authorizeUrl, this.check),
				this.check.address("request-token-url", this.entry.requestTokenUrl()), authorizeUrl,
				this.check.address("access-token-url", this.entry.accessTokenUrl()), apiBaseUrl, profileUrl(apiBaseUrl),
				EntryReading.profile(this.entry), method, privateKey(method));
	}

	/** An RSA signature needs no secret (RFC 5849 §3.4.3). */
	private Credentials credentials(SignatureMethod method) {
		String id = this.check.required("client-id", this.entry.clientId());
		if (isRsa(method) && this.entry.clientSecret() == null) {
			return new Credentials(id, "");
		}
		return new Credentials(id, this.check.required("client-secret", this.entry.clientSecret()));
	}

	private String apiBaseUrl() {
		String url = this.check.address("api-base-url", this.entry.apiBaseUrl());
		if (url.indexOf('?') >= 0) {
			this.check.refuse("api-base-url", "must not have a query");
		}
		return url.endsWith("/") ? url : url + "/";
	}

	/** What is signed for one API must not go to another. */
	private String profileUrl(String apiBaseUrl) {
		String url = this.check.required("profile-url", this.entry.profileUrl());
		String path = EntryReading.withoutSlash(url.startsWith(apiBaseUrl) ? url.substring(apiBaseUrl.length()) : url);
		boolean isBaseKnown = apiBaseUrl.length() > 1;
		if (path.contains("://") || (isBaseKnown && !Addresses.isUsable(apiBaseUrl + path))) {
			this.check.refuse("profile-url", "must be an address relative to api-base-url");
		}
		return path;
	}

	private @Nullable PrivateKey privateKey(SignatureMethod method) {
		String file = this.entry.privateKey();
		if (!isRsa(method)) {
			if (file != null) {
				this.check.refuse("private-key", "is only for a signature-method with RSA");
			}
			return null;
		}
		PrivateKey key = (file != null) ? read(file) : null;
		if (key == null || !"RSA".equals(key.getAlgorithm())) {
			this.check.refuse("private-key", (file != null) ? "must name a readable PEM file with an RSA private key"
					: "is missing: a PEM file with an RSA private key");
		}
		return key;
	}

	private static boolean isRsa(SignatureMethod method) {
		return method == SignatureMethod.RSA_SHA1 || method == SignatureMethod.RSA_SHA256;
	}

	private static @Nullable PrivateKey read(String file) {
		try {
			return PemContent.load(Path.of(file)).getPrivateKey();
		}
		catch (IOException | IllegalStateException | IllegalArgumentException ex) {
			return null;
		}
	}

}
