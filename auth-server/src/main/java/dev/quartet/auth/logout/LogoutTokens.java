package dev.quartet.auth.logout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.quartet.auth.clients.QuartetClientSettings;
import dev.quartet.auth.subjects.Subjects;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.stereotype.Component;

/**
 * Signs what tells a client that a session has ended (OpenID Connect Back-Channel Logout
 * §2.4): like its ID tokens, and never to be taken for one.
 */
@Component
class LogoutTokens {

	private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

	private static final Duration LIFE = Duration.ofMinutes(2);

	private final JwtEncoder encoder;

	private final AuthorizationServerSettings server;

	private final Subjects subjects;

	private final Clock clock;

	LogoutTokens(JwtEncoder encoder, AuthorizationServerSettings server, Subjects subjects, Clock clock) {
		this.encoder = encoder;
		this.server = server;
		this.subjects = subjects;
		this.clock = clock;
	}

	/** A new one for each attempt, for the client may remember the id of the last. */
	String sign(LogoutNotice notice, RegisteredClient client) {
		Instant now = this.clock.instant();
		JwsHeader header = JwsHeader.with(QuartetClientSettings.idTokenAlgorithm(client)).type("logout+jwt").build();
		JwtClaimsSet claims = JwtClaimsSet.builder()
			.issuer(String.valueOf(this.server.getIssuer()))
			.subject(this.subjects.subject(client, notice.userId()))
			.audience(List.of(client.getClientId()))
			.issuedAt(now)
			.expiresAt(now.plus(LIFE))
			.id(UUID.randomUUID().toString())
			.claim("sid", Subjects.sid(client, notice.sid()))
			.claim("events", Map.of(EVENT, Map.of()))
			.build();
		return this.encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
	}

}
