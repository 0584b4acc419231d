package dev.quartet.auth.logout;

import java.util.Optional;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.quartet.auth.keys.VerifiedTokens;
import dev.quartet.auth.subjects.Subjects;
import dev.quartet.auth.web.ErrorReason;
import dev.quartet.auth.web.QueryString;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Decides who asks for a sign-out and where it may lead afterwards (OpenID Connect
 * RP-Initiated Logout §2-4).
 */
@Component
class EndSessionRules {

	private final VerifiedTokens tokens;

	private final RegisteredClientRepository clients;

	private final Subjects subjects;

	EndSessionRules(VerifiedTokens tokens, RegisteredClientRepository clients, Subjects subjects) {
		this.tokens = tokens;
		this.clients = clients;
		this.subjects = subjects;
	}

	Verdict judge(EndSessionRequest request) {
		Optional<JWTClaimsSet> hint = hint(request);
		RegisteredClient client = client(request, hint);
		return new Verdict(client, hint.map(JWTClaimsSet::getSubject).map(this.subjects::userId).orElse(null),
				destination(request, client));
	}

	// An expired hint is still a good hint: what counts is that we signed it.
	private Optional<JWTClaimsSet> hint(EndSessionRequest request) {
		if (request.idTokenHint() == null) {
			return Optional.empty();
		}
		return Optional.of(this.tokens.idToken(request.idTokenHint())
			.orElseThrow(() -> refused("id_token_hint was not issued by this server")));
	}

	private @Nullable RegisteredClient client(EndSessionRequest request, Optional<JWTClaimsSet> hint) {
		String named = request.clientId();
		if (hint.isPresent() && named != null && !hint.get().getAudience().contains(named)) {
			throw refused("client_id is not the one that id_token_hint was issued to");
		}
		String clientId = (named != null) ? named : hint.map((claims) -> claims.getAudience().get(0)).orElse(null);
		return (clientId != null) ? this.clients.findByClientId(clientId) : null;
	}

	private static @Nullable String destination(EndSessionRequest request, @Nullable RegisteredClient client) {
		String wanted = request.postLogoutRedirectUri();
		// An address that no client vouches for is not followed (§3), and no reason to
		// keep her signed in.
		if (wanted == null || (request.clientId() == null && request.idTokenHint() == null)) {
			return null;
		}
		if (client == null || !client.getPostLogoutRedirectUris().contains(wanted)) {
			throw new EndSessionRefused(ErrorReason.REDIRECT_URI_NOT_REGISTERED,
					"post_logout_redirect_uri is not registered for this client");
		}
		if (request.state() == null) {
			return wanted;
		}
		return wanted + (wanted.contains("?") ? "&" : "?") + new QueryString().add("state", request.state());
	}

	private static EndSessionRefused refused(String message) {
		return new EndSessionRefused(ErrorReason.REQUEST_INVALID, message);
	}

	/**
	 * Says which client asks, whom it means and where she goes afterwards.
	 *
	 * @param subject the person of the hint; null if there was none
	 * @param destination a registered address; null for our own page
	 */
	record Verdict(@Nullable RegisteredClient client, @Nullable String subject, @Nullable String destination) {

		/** She asks on a page of ours. */
		static final Verdict OWN = new Verdict(null, null, null);

		@Nullable String clientName() {
			return (this.client != null) ? this.client.getClientName() : null;
		}

		@Nullable String clientId() {
			return (this.client != null) ? this.client.getClientId() : null;
		}

		/**
		 * Without a hint for this very person anybody could sign her out, so she is
		 * asked.
		 */
		boolean proves(String userId) {
			return userId.equals(this.subject);
		}

	}

}
