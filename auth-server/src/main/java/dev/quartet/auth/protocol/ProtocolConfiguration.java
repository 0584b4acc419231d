package dev.quartet.auth.protocol;

import java.time.Clock;

import dev.quartet.auth.authorizations.DerivedRefreshTokens;
import dev.quartet.auth.keys.VerifiedTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** Wires what makes our tokens and what opens the userinfo endpoint. */
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
		return new DelegatingOAuth2TokenGenerator(signed, refreshTokens::generate);
	}

	/** Decides which access tokens open the userinfo endpoint (RFC 9068 §4). */
	@Bean
	JwtDecoder userInfoTokens(VerifiedTokens tokens, ProtocolSettings settings) {
		NimbusJwtDecoder decoder = new NimbusJwtDecoder(tokens.accessTokens());
		decoder.setJwtValidator(
				JwtValidators.createAtJwtValidator().issuer(settings.issuer()).audience(settings.userInfo()).build());
		return decoder;
	}

}
