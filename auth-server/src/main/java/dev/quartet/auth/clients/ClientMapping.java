package dev.quartet.auth.clients;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.util.Assert;

/** Translates between our clients and Spring Security's. */
final class ClientMapping {

	private static final Duration CODE_LIFE = Duration.ofSeconds(60);

	/** Time enough to fetch a phone and to sign in there (RFC 8628 §5.1). */
	private static final Duration DEVICE_CODE_LIFE = Duration.ofMinutes(10);

	private static final Duration ACCESS_TOKEN_LIFE = Duration.ofMinutes(5);

	private static final Duration REFRESH_TOKEN_IDLE = Duration.ofDays(30);

	private ClientMapping() {
	}

	static RegisteredClient toRegistered(Client client, Instant now) {
		ClientMetadata metadata = client.metadata();
		Set<String> secrets = client.secretHashes(now);
		RegisteredClient.Builder registered = RegisteredClient.withId(client.clientId());
		if (!secrets.isEmpty()) {
			registered.clientSecret(String.join(" ", secrets));
		}
		return registered.clientId(client.clientId())
			.clientIdIssuedAt(client.createdAt())
			.clientName(metadata.clientName())
			.clientAuthenticationMethod(new ClientAuthenticationMethod(metadata.tokenEndpointAuthMethod()))
			.authorizationGrantTypes(
					(types) -> metadata.grantTypes().forEach((type) -> types.add(new AuthorizationGrantType(type))))
			.redirectUris((uris) -> uris.addAll(metadata.redirectUris()))
			.postLogoutRedirectUris((uris) -> uris.addAll(metadata.postLogoutRedirectUris()))
			.scopes((scopes) -> scopes.addAll(metadata.scope()))
			.clientSettings(clientSettings(metadata))
			.tokenSettings(tokenSettings(metadata))
			.build();
	}

	static ClientMetadata toMetadata(RegisteredClient client) {
		Set<ClientAuthenticationMethod> methods = client.getClientAuthenticationMethods();
		Assert.isTrue(methods.size() == 1, "A client has one token_endpoint_auth_method (RFC 7591 §2)");
		Set<String> grantTypes = client.getAuthorizationGrantTypes()
			.stream()
			.map(AuthorizationGrantType::getValue)
			.collect(Collectors.toUnmodifiableSet());
		return new ClientMetadata(client.getClientName(), QuartetClientSettings.applicationType(client),
				methods.iterator().next().getValue(), grantTypes, client.getRedirectUris(),
				client.getPostLogoutRedirectUris(), client.getScopes(),
				client.getClientSettings().isRequireAuthorizationConsent(),
				QuartetClientSettings.idTokenAlgorithm(client).getName(),
				QuartetClientSettings.accessTokenAlgorithm(client).getName(),
				AccessTokenFormat.of(client.getTokenSettings().getAccessTokenFormat()),
				QuartetClientSettings.further(client));
	}

	private static ClientSettings clientSettings(ClientMetadata metadata) {
		return ClientSettings.builder()
			.requireProofKey(!Boolean.FALSE.equals(metadata.further().values().get(MetadataField.REQUIRE_PKCE)))
			.requireAuthorizationConsent(metadata.requireConsent())
			.setting(QuartetClientSettings.APPLICATION_TYPE, metadata.applicationType().value())
			.setting(QuartetClientSettings.ID_TOKEN_ALG, metadata.idTokenSignedResponseAlg())
			.setting(QuartetClientSettings.ACCESS_TOKEN_ALG, metadata.accessTokenSignedResponseAlg())
			.setting(QuartetClientSettings.FURTHER, metadata.further())
			.build();
	}

	private static TokenSettings tokenSettings(ClientMetadata metadata) {
		SignatureAlgorithm idTokenAlgorithm = SignatureAlgorithm.from(metadata.idTokenSignedResponseAlg());
		return TokenSettings.builder()
			.authorizationCodeTimeToLive(CODE_LIFE)
			.deviceCodeTimeToLive(DEVICE_CODE_LIFE)
			.accessTokenTimeToLive(ACCESS_TOKEN_LIFE)
			.accessTokenFormat(metadata.accessTokenFormat().format())
			.refreshTokenTimeToLive(REFRESH_TOKEN_IDLE)
			.reuseRefreshTokens(false)
			// it cannot name EdDSA, which our own setting does
			.idTokenSignatureAlgorithm(Objects.requireNonNullElse(idTokenAlgorithm, SignatureAlgorithm.RS256))
			.build();
	}

}
