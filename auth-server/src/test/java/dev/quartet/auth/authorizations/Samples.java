package dev.quartet.auth.authorizations;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;

/** Makes what the framework would bring to the store. */
record Samples(Clock clock) {

	OAuth2AuthorizationRequest request(String clientId) {
		return OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri("http://localhost:9000/oauth2/authorize")
			.clientId(clientId)
			.scopes(StoredFlow.SCOPES)
			.build();
	}

	Authentication alice() {
		var alice = UsernamePasswordAuthenticationToken.authenticated("alice", null,
				Set.of(FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
					.issuedAt(this.clock.instant())
					.build()));
		alice.setDetails(new BrowserSession("a session", this.clock.instant()));
		return alice;
	}

	OAuth2AuthorizationCode code(String value) {
		Instant now = this.clock.instant();
		return new OAuth2AuthorizationCode(value, now, now.plusSeconds(60));
	}

	OAuth2AccessToken accessToken() {
		Instant now = this.clock.instant();
		return new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, UUID.randomUUID().toString(), now,
				now.plusSeconds(300), StoredFlow.SCOPES);
	}

	OAuth2RefreshToken refreshToken(String value) {
		Instant now = this.clock.instant();
		return new OAuth2RefreshToken(value, now, now.plusSeconds(3600));
	}

}
