package dev.quartet.auth.clients;

import java.util.Set;

/** Makes clients to change in one point only. */
final class TestClients {

	private TestClients() {
	}

	static ClientMetadata confidential() {
		return new ClientMetadata("Shop", ApplicationType.WEB, "client_secret_basic",
				Set.of("authorization_code", "refresh_token"), Set.of("https://shop.example/callback"),
				Set.of("https://shop.example/"), Set.of("openid", "profile"), true, "RS256", "ES256",
				AccessTokenFormat.JWT, FurtherMetadata.NONE);
	}

	static ClientMetadata named(String name) {
		ClientMetadata like = confidential();
		return new ClientMetadata(name, like.applicationType(), like.tokenEndpointAuthMethod(), like.grantTypes(),
				like.redirectUris(), like.postLogoutRedirectUris(), like.scope(), like.requireConsent(),
				like.idTokenSignedResponseAlg(), like.accessTokenSignedResponseAlg(), like.accessTokenFormat(),
				like.further());
	}

}
