package dev.quartet.auth.protocol;

import java.time.Clock;

import dev.quartet.auth.authorizations.DerivedRefreshTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2AccessTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** Wires what makes our tokens. */
@Configuration(proxyBeanMethods = false)
class ProtocolConfiguration {

	@Bean
	AuthorizationServerSettings authorizationServerSettings(ProtocolSettings settings) {
		return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
	}

	@Bean
	OAuth2TokenGenerator<OAuth2Token> tokenGenerator(JwtEncoder encoder, TokenClaims claims,
			DerivedRefreshTokens refreshTokens, Clock clock) {
		JwtGenerator signed = new JwtGenerator(encoder);
		signed.setJwtCustomizer(claims);
		signed.setClock(clock);
		OAuth2AccessTokenGenerator opaque = new OAuth2AccessTokenGenerator();
		opaque.setAccessTokenCustomizer(claims::customize);
		opaque.setClock(clock);
		return new DelegatingOAuth2TokenGenerator(signed, opaque, refreshTokens::generate);
	}

}
