package dev.quartet.auth.rfc8693;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenExchangeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenExchangeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Says what the framework finds in our store when a token is exchanged (RFC 8693): no
 * client may be registered for it yet.
 */
@QuartetServer
class TokenExchangeTests {

	private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

	private final Flows flows;

	private final AuthenticationProvider exchange;

	private final RegisteredClientRepository clients;

	private final AuthorizationServerSettings settings;

	TokenExchangeTests(@Autowired Flows flows, @Autowired OAuth2AuthorizationService store,
			@Autowired OAuth2TokenGenerator<OAuth2Token> tokens, @Autowired RegisteredClientRepository clients,
			@Autowired AuthorizationServerSettings settings) {
		this.flows = flows;
		this.exchange = new OAuth2TokenExchangeAuthenticationProvider(store, tokens);
		this.clients = clients;
		this.settings = settings;
	}

	@BeforeEach
	void beTheIssuer() {
		AuthorizationServerContextHolder.setContext(new Issuer(this.settings));
	}

	@AfterEach
	void beNobody() {
		AuthorizationServerContextHolder.resetContext();
	}

	@Test
	void buysATokenThatEndsWithTheGrantOfTheOldOne() {
		AuthorizationFlow flow = this.flows.app();
		Answer tokens = flow.tokens("alice");
		String exchanged = exchange(tokens.json("access_token"));
		AuthorizationFlow machine = this.flows.with(TestClient.machine());
		assertThat(machine.introspect(exchanged).json()).containsEntry("active", true)
			.containsEntry("sub", "alice")
			.containsEntry("client_id", "quartet-machine")
			.containsEntry("scope", "notes:read");
		flow.revoke(tokens.json("refresh_token"));
		assertThat(machine.introspect(exchanged).json()).isEqualTo(Map.of("active", false));
	}

	@Test
	void buysNothingWithARevokedOrMadeUpToken() {
		AuthorizationFlow flow = this.flows.app();
		String token = flow.tokens("alice").json("access_token");
		flow.revoke(token);
		String idToken = this.flows.app().tokens("alice").json("id_token");
		for (String worthless : List.of(token, "garbage", "a.b.c", idToken)) {
			assertThatExceptionOfType(OAuth2AuthenticationException.class).isThrownBy(() -> exchange(worthless))
				.satisfies((refusal) -> assertThat(refusal.getError().getErrorCode()).isEqualTo("invalid_grant"));
		}
	}

	@Test
	void buysNothingWithAMachinesToken() {
		String token = this.flows.machineToken("notes:read").json("access_token");
		assertThatExceptionOfType(OAuth2AuthenticationException.class).isThrownBy(() -> exchange(token));
	}

	private String exchange(String subjectToken) {
		RegisteredClient machine = RegisteredClient
			.from(Objects.requireNonNull(this.clients.findByClientId("quartet-machine")))
			.authorizationGrantType(AuthorizationGrantType.TOKEN_EXCHANGE)
			.build();
		Authentication client = new OAuth2ClientAuthenticationToken(machine,
				ClientAuthenticationMethod.CLIENT_SECRET_BASIC, null);
		Authentication answer = this.exchange.authenticate(new OAuth2TokenExchangeAuthenticationToken(ACCESS_TOKEN,
				subjectToken, ACCESS_TOKEN, client, null, null, Set.of(), Set.of(), Set.of("notes:read"), Map.of()));
		return ((OAuth2AccessTokenAuthenticationToken) answer).getAccessToken().getTokenValue();
	}

	/** Is the issuer outside of a request. */
	private record Issuer(AuthorizationServerSettings settings) implements AuthorizationServerContext {

		@Override
		public String getIssuer() {
			return this.settings.getIssuer();
		}

		@Override
		public AuthorizationServerSettings getAuthorizationServerSettings() {
			return this.settings;
		}

	}

}
