package dev.quartet.app.registry;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.util.StringUtils;

/**
 * Holds the settings of one provider as they were written; docs/providers.md explains
 * each. What is empty counts as not set.
 */
record ProviderEntry(@Nullable String kind, @Nullable String title, @Nullable String clientId,
		@Nullable String clientSecret, @Nullable String serverMetadataUrl, @Nullable String issuer,
		@Nullable String authorizeUrl, @Nullable String accessTokenUrl, @Nullable String requestTokenUrl,
		@Nullable String apiBaseUrl, @Nullable String profileUrl, @Nullable String userinfoUrl,
		@Nullable List<String> scope, @Nullable String clientAuthentication, @Nullable String idTokenSignedWith,
		@Nullable String responseMode, @Nullable String signatureMethod, @Nullable String privateKey,
		@Nullable Profile profile, @Nullable Map<String, String> parameters) {

	/** The settings that say where a provider is. */
	static final List<String> ADDRESSES = List.of("server-metadata-url", "issuer", "authorize-url", "access-token-url",
			"request-token-url", "api-base-url", "profile-url", "userinfo-url");

	/** The settings that every source may hold. */
	static final List<String> KEYS = Stream.concat(ADDRESSES.stream(),
			Stream.of("kind", "title", "client-id", "client-secret", "scope", "client-authentication",
					"id-token-signed-with", "response-mode", "signature-method", "private-key", "profile.subject",
					"profile.name", "profile.username", "profile.email", "profile.picture"))
		.toList();

	@ConstructorBinding
	ProviderEntry {
		kind = given(kind);
		title = given(title);
		clientId = given(clientId);
		clientSecret = given(clientSecret);
		serverMetadataUrl = given(serverMetadataUrl);
		issuer = given(issuer);
		authorizeUrl = given(authorizeUrl);
		accessTokenUrl = given(accessTokenUrl);
		requestTokenUrl = given(requestTokenUrl);
		apiBaseUrl = given(apiBaseUrl);
		profileUrl = (given(profileUrl) != null) ? profileUrl : given(userinfoUrl);
		clientAuthentication = given(clientAuthentication);
		idTokenSignedWith = given(idTokenSignedWith);
		responseMode = given(responseMode);
		signatureMethod = given(signatureMethod);
		privateKey = given(privateKey);
		scope = scopes(scope);
	}

	/** Whether it says who this application is there. */
	boolean hasCredentials() {
		return this.clientId != null || this.clientSecret != null;
	}

	/** Whether it says where the provider is. */
	boolean hasAddress() {
		return Stream
			.of(this.serverMetadataUrl, this.issuer, this.authorizeUrl, this.accessTokenUrl, this.requestTokenUrl,
					this.apiBaseUrl, this.profileUrl)
			.anyMatch(StringUtils::hasText);
	}

	private static @Nullable String given(@Nullable String value) {
		return StringUtils.hasText(value) ? value.strip() : null;
	}

	/** A list, or one text with spaces as in OAuth itself (RFC 6749 §3.3). */
	private static @Nullable List<String> scopes(@Nullable List<String> written) {
		if (written == null) {
			return null;
		}
		List<String> scopes = written.stream()
			.flatMap((text) -> Stream.of(text.strip().split("\\s+")))
			.filter(StringUtils::hasText)
			.distinct()
			.toList();
		return scopes.isEmpty() ? null : scopes;
	}

	@Override
	public String toString() {
		return "ProviderEntry[clientId=" + this.clientId + "]";
	}

	/** Says where the profile holds what we show. */
	record Profile(@Nullable String subject, @Nullable String name, @Nullable String username, @Nullable String email,
			@Nullable String picture) {

		Profile {
			subject = given(subject);
			name = given(name);
			username = given(username);
			email = given(email);
			picture = given(picture);
		}

	}

}
