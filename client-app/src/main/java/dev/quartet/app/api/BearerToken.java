package dev.quartet.app.api;

import java.io.IOException;

import dev.quartet.app.tokens.TokenSet;
import dev.quartet.app.tokens.TokensRefused;

import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;

/**
 * Shows the person's access token to the API and reads how it was received (RFC 6750 §3).
 */
@Component
class BearerToken implements ClientHttpRequestInterceptor {

	private final ApiTokens tokens;

	BearerToken(ApiTokens tokens) {
		this.tokens = tokens;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		TokenSet token = this.tokens.current();
		ClientHttpResponse response = answer(token, request, body, execution);
		if (isRefused(response)) {
			// The provider may have ended the access token alone; only its refusal ends
			// more.
			token = this.tokens.instead(token);
			response = answer(token, request, body, execution);
		}
		if (isRefused(response)) {
			this.tokens.forget(token);
			throw new TokensRefused(this.tokens.provider(), "the API answered 401");
		}
		return response;
	}

	private static boolean isRefused(ClientHttpResponse response) throws IOException {
		boolean refused = response.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED);
		if (refused) {
			response.close();
		}
		return refused;
	}

	private static ClientHttpResponse answer(TokenSet token, HttpRequest request, byte[] body,
			ClientHttpRequestExecution execution) {
		request.getHeaders().setBearerAuth(token.accessToken());
		try {
			return execution.execute(request, body);
		}
		catch (IOException ex) {
			throw new ApiUnreachable(ex);
		}
	}

}
