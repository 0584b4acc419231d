package dev.quartet.app.relay;

import java.io.IOException;

import dev.quartet.app.api.ApiSettings;
import dev.quartet.app.api.ApiUnreachable;
import dev.quartet.app.api.NotLinked;
import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.tokens.TokensRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Relays a script's call to the API and shows there the access token of whoever is signed
 * in, which stays on this side.
 */
@Controller
class RelayController {

	private static final Logger log = LoggerFactory.getLogger(RelayController.class);

	private final RelayedPaths paths;

	private final RestClient calls;

	private final RelayProblems problems;

	private final RelayedAddresses addresses;

	RelayController(RelayedPaths paths, RestClient calls, RelayProblems problems, ApiSettings api) {
		this.paths = paths;
		this.calls = calls;
		this.problems = problems;
		this.addresses = new RelayedAddresses(api.url());
	}

	@RequestMapping({ RelayedRequest.ROOT, RelayedRequest.ROOT + "/**" })
	void relay(HttpServletRequest request, HttpServletResponse response) throws IOException {
		RelayedRequest asked = RelayedRequest.of(request, this.paths, this.addresses.api());
		answer(asked).writeTo(response);
	}

	private RelayedAnswer answer(RelayedRequest asked) {
		RestClient.RequestBodySpec call = this.calls.method(asked.method())
			.uri(asked.target())
			.headers((headers) -> headers.putAll(asked.headers()));
		if (asked.body().contentLength() > 0) {
			call.body(asked.body().getByteArray());
		}
		return call.exchangeForRequiredValue((request, response) -> RelayedAnswer.of(response, this.addresses));
	}

	@ExceptionHandler(RelayRefused.class)
	void refused(RelayRefused refusal, HttpServletResponse response) throws IOException {
		refusal.headers().forEach(response::setHeader);
		this.problems.write(refusal.problem(), response);
	}

	@ExceptionHandler(TokensRefused.class)
	void tokensRefused(TokensRefused refusal, HttpServletResponse response) throws IOException {
		log.info("Tokens refused: {}", refusal.getMessage());
		this.problems.write(RelayProblem.SIGN_IN, response);
	}

	@ExceptionHandler(NotLinked.class)
	void notLinked(HttpServletResponse response) throws IOException {
		this.problems.write(RelayProblem.LINK_ACCOUNT, response);
	}

	@ExceptionHandler({ ApiUnreachable.class, ProviderSilent.class, AnswerRefused.class, RestClientException.class })
	void unreachable(RuntimeException failure, HttpServletResponse response) throws IOException {
		log.warn("Call not relayed: {}", failure.getMessage());
		this.problems.write(RelayProblem.UNAVAILABLE, response);
	}

}
