package dev.quartet.app.tokens;

import java.util.Collection;
import java.util.Optional;

import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.oauth2.TokenEndpoint;
import dev.quartet.app.oidc.Discovery;
import dev.quartet.app.oidc.Metadata;
import dev.quartet.app.registry.ClientAuthentication;
import dev.quartet.app.registry.OAuth1Provider;
import dev.quartet.app.registry.OAuth2Provider;
import dev.quartet.app.registry.OidcProvider;
import dev.quartet.app.registry.Provider;
import dev.quartet.app.registry.Providers;

import org.springframework.stereotype.Component;

/** Knows where each provider gives tokens, and how it wants our secret. */
@Component
public class TokenEndpoints {

	private final Providers providers;

	private final Discovery discovery;

	TokenEndpoints(Providers providers, Discovery discovery) {
		this.providers = providers;
		this.discovery = discovery;
	}

	/**
	 * The provider's token endpoint.
	 * @throws ProviderSilent when it must be asked and does not answer
	 * @throws AnswerRefused when its metadata is not acceptable
	 */
	public TokenEndpoint of(Provider provider) {
		if (provider instanceof OidcProvider oidc) {
			Metadata metadata = this.discovery.of(oidc);
			return new TokenEndpoint(metadata.tokenEndpoint(), oidc.credentials(), authentication(oidc, metadata));
		}
		if (provider instanceof OAuth2Provider oauth2) {
			return new TokenEndpoint(oauth2.tokenUrl(), oauth2.credentials(), oauth2.authentication());
		}
		throw new IllegalArgumentException(((OAuth1Provider) provider).name() + " has no token endpoint");
	}

	/**
	 * Where a provider takes tokens back (RFC 7009), authenticated like its token
	 * endpoint.
	 * @throws ProviderSilent when it must be asked and does not answer
	 * @throws AnswerRefused when its metadata is not acceptable
	 */
	public Optional<TokenEndpoint> revocation(String name) {
		return this.providers.find(name)
			.filter(OidcProvider.class::isInstance)
			.map(OidcProvider.class::cast)
			.flatMap((provider) -> {
				Metadata metadata = this.discovery.of(provider);
				return metadata.revocationEndpoint()
					.map((url) -> new TokenEndpoint(url, provider.credentials(), authentication(provider, metadata)));
			});
	}

	private static ClientAuthentication authentication(OidcProvider provider, Metadata metadata) {
		if (provider.authentication() != null) {
			return provider.authentication();
		}
		if (provider.credentials().clientSecret().isEmpty()) {
			return ClientAuthentication.NONE;
		}
		Collection<String> methods = metadata.authenticationMethods();
		return (!methods.contains("client_secret_basic") && methods.contains("client_secret_post"))
				? ClientAuthentication.CLIENT_SECRET_POST : ClientAuthentication.CLIENT_SECRET_BASIC;
	}

}
