package dev.quartet.auth.protocol;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import dev.quartet.auth.assertions.ClientAssertions;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

import static dev.quartet.auth.protocol.ClientRefusals.invalidClient;
import static dev.quartet.auth.protocol.ClientRefusals.invalidRequest;

/**
 * Reads the one way in which a request says who the client is (RFC 6749 §2.3): which of
 * two ways counts, or of two names, would be a guess.
 */
class ClientCredentials implements AuthenticationConverter {

	@Override
	public @Nullable Authentication convert(HttpServletRequest request) {
		BodyParameters body = new BodyParameters(request);
		List<String> headers = headers(request);
		refuseSeveralWays(headers, body);
		Authentication client = headers.isEmpty() ? inBody(request, body) : inHeader(headers.get(0), body);
		if (client != null && body.get("client_id").filter((id) -> !id.equals(client.getName())).isPresent()) {
			throw invalidClient();
		}
		return client;
	}

	private static void refuseSeveralWays(List<String> headers, BodyParameters body) {
		int ways = headers.size() + (body.has("client_secret") ? 1 : 0) + (isAssertion(body) ? 1 : 0);
		if (ways > 1) {
			throw invalidRequest("The client must authenticate in one way only");
		}
	}

	private static Authentication inHeader(String header, BodyParameters body) {
		return BasicCredentials.parse(header)
			.map((client) -> secret(client.clientId(), ClientAuthenticationMethod.CLIENT_SECRET_BASIC, client.secret(),
					body))
			.orElseThrow(ClientRefusals::invalidClient);
	}

	private static @Nullable Authentication inBody(HttpServletRequest request, BodyParameters body) {
		if (isAssertion(body)) {
			return assertion(body);
		}
		Optional<String> clientId = body.get("client_id");
		if (clientId.isEmpty()) {
			return null;
		}
		if (!BasicCredentials.isVisible(clientId.get())) {
			throw invalidClient();
		}
		return body.get("client_secret")
			.map((secret) -> secret(clientId.get(), ClientAuthenticationMethod.CLIENT_SECRET_POST, secret, body))
			.orElseGet(() -> byName(request, clientId.get(), body));
	}

	private static Authentication secret(String clientId, ClientAuthenticationMethod method, String secret,
			BodyParameters body) {
		return new OAuth2ClientAuthenticationToken(clientId, method, secret, body.ofCode());
	}

	private static Authentication assertion(BodyParameters body) {
		String assertion = body.get("client_assertion")
			.orElseThrow(() -> invalidRequest("client_assertion is missing (RFC 7521 §4.2)"));
		String type = body.get("client_assertion_type")
			.orElseThrow(() -> invalidRequest("client_assertion_type is missing (RFC 7521 §4.2)"));
		String clientId = ClientAssertions.subject(assertion)
			.filter(BasicCredentials::isVisible)
			.orElseThrow(ClientRefusals::invalidClient);
		if (!type.equals(ClientAssertion.TYPE)) {
			throw invalidClient();
		}
		return new ClientAssertion(clientId, assertion, body.ofCode());
	}

	// The framework asks the proof key of a code from a public client, and nothing
	// else.
	private static @Nullable Authentication byName(HttpServletRequest request, String clientId, BodyParameters body) {
		if (!Endpoints.takePublicClients(request)) {
			return null;
		}
		return (Endpoints.isToken(request) && !body.ofCode().isEmpty())
				? new OAuth2ClientAuthenticationToken(clientId, ClientAuthenticationMethod.NONE, null, body.ofCode())
				: new PublicClient(clientId);
	}

	private static boolean isAssertion(BodyParameters body) {
		return body.has("client_assertion") || body.has("client_assertion_type");
	}

	private static List<String> headers(HttpServletRequest request) {
		return Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
	}

}
