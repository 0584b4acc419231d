package dev.quartet.auth.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.quartet.auth.authorizations.TokenClaimNames;
import dev.quartet.auth.clients.QuartetClientSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jose.jws.JwsAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what the userinfo endpoint tells, signed for the clients that registered it so
 * (OpenID Connect Core §5.3.2).
 */
@Component
class UserInfoAnswers implements AuthenticationSuccessHandler {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String SIGNED = "application/jwt";

	private final RegisteredClientRepository clients;

	private final JwtEncoder encoder;

	private final ProtocolSettings settings;

	private final UsedScopes used;

	UserInfoAnswers(RegisteredClientRepository clients, JwtEncoder encoder, ProtocolSettings settings,
			UsedScopes used) {
		this.clients = clients;
		this.encoder = encoder;
		this.settings = settings;
		this.used = used;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		OidcUserInfoAuthenticationToken answer = (OidcUserInfoAuthenticationToken) authentication;
		Map<String, Object> claims = Objects.requireNonNull(answer.getUserInfo()).getClaims();
		RegisteredClient client = client(answer);
		Optional<JwsAlgorithm> algorithm = QuartetClientSettings.userInfoAlgorithm(client);
		if (algorithm.isPresent()) {
			write(response, SIGNED, sign(claims, client, algorithm.get()));
		}
		else {
			write(response, MediaType.APPLICATION_JSON_VALUE, JSON.writeValueAsString(claims));
		}
		this.used.told(token(answer), claims.keySet());
	}

	private RegisteredClient client(OidcUserInfoAuthenticationToken answer) {
		@Nullable RegisteredClient client = this.clients
			.findByClientId(String.valueOf(token(answer).get(TokenClaimNames.CLIENT_ID)));
		return Objects.requireNonNull(client, "The client of a good token is registered");
	}

	private static Map<String, Object> token(OidcUserInfoAuthenticationToken answer) {
		return ((AbstractOAuth2TokenAuthenticationToken<?>) answer.getPrincipal()).getTokenAttributes();
	}

	private String sign(Map<String, Object> claims, RegisteredClient client, JwsAlgorithm algorithm) {
		JwtClaimsSet signed = JwtClaimsSet.builder()
			.claims((all) -> all.putAll(claims))
			.issuer(this.settings.issuer())
			.audience(List.of(client.getClientId()))
			.build();
		return this.encoder.encode(JwtEncoderParameters.from(JwsHeader.with(algorithm).type("JWT").build(), signed))
			.getTokenValue();
	}

	private static void write(HttpServletResponse response, String type, String body) throws IOException {
		response.setContentType(type);
		response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
	}

}
