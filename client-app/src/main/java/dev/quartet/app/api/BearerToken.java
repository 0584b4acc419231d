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
		request.getHeaders().setBearerAuth(token.accessToken());
		ClientHttpResponse response = answer(request, body, execution);
		if (response.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
			response.close();
			this.tokens.forget(token);
			throw new TokensRefused(this.tokens.provider(), "the API answered 401");
		}
		return response;
	}

	private static ClientHttpResponse answer(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
		try {
			return execution.execute(request, body);
		}
		catch (IOException ex) {
			throw new ApiUnreachable(ex);
		}
	}

}
