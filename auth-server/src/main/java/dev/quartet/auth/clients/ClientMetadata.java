package dev.quartet.auth.clients;

import java.util.Set;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumType;

/** Says what a client is and may do, in the words of RFC 7591 §2. */
@Embeddable
public record ClientMetadata(String clientName, @Enumerated(EnumType.STRING) ApplicationType applicationType,
		String tokenEndpointAuthMethod, @Convert(converter = SpaceSeparated.class) Set<String> grantTypes,
		@Convert(converter = SpaceSeparated.class) Set<String> redirectUris,
		@Convert(converter = SpaceSeparated.class) Set<String> postLogoutRedirectUris,
		@Convert(converter = SpaceSeparated.class) Set<String> scope, boolean requireConsent,
		String idTokenSignedResponseAlg, String accessTokenSignedResponseAlg,
		@Enumerated(EnumType.STRING) AccessTokenFormat accessTokenFormat,
		@Convert(converter = FurtherMetadataColumn.class) FurtherMetadata further) {

	public static final String DEFAULT_ID_TOKEN_ALG = "RS256";

	public static final String DEFAULT_ACCESS_TOKEN_ALG = "ES256";

	/** The same client saying more of itself. */
	public ClientMetadata with(FurtherMetadata further) {
		return new ClientMetadata(this.clientName, this.applicationType, this.tokenEndpointAuthMethod, this.grantTypes,
				this.redirectUris, this.postLogoutRedirectUris, this.scope, this.requireConsent,
				this.idTokenSignedResponseAlg, this.accessTokenSignedResponseAlg, this.accessTokenFormat, further);
	}

	/** Whether the client proves who it is by a secret, rather than by a key or not. */
	public boolean hasSecret() {
		return this.tokenEndpointAuthMethod.startsWith("client_secret_");
	}

	/** A public client cannot keep a secret, so it has none. */
	public boolean isPublic() {
		return this.tokenEndpointAuthMethod.equals("none");
	}

}
