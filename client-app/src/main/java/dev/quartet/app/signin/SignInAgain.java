package dev.quartet.app.signin;

import java.io.IOException;
import java.time.Clock;

import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.tokens.TokensRefused;
import dev.quartet.app.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Sends a person whose tokens are no longer any good through sign-in, at most once. It
 * comes before the advice that knows the API's failures, which would find theirs among
 * the causes of ours.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class SignInAgain {

	private static final Logger log = LoggerFactory.getLogger(SignInAgain.class);

	private final Clock clock;

	SignInAgain(Clock clock) {
		this.clock = clock;
	}

	@ExceptionHandler(TokensRefused.class)
	void tokensRefused(TokensRefused refusal, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		log.info("Tokens refused: {}", refusal.getMessage());
		String again = ReturnPath.to(request).signInWith(refusal.provider());
		if (SignedInAt.isJustBefore(this.clock.instant(), request.getSession(false))) {
			Problem.of(HttpStatus.BAD_GATEWAY, "tokens-refused").offering("start-again", again).send(request, response);
			return;
		}
		response.sendRedirect(again);
	}

	@ExceptionHandler(AnswerRefused.class)
	void answerRefused(AnswerRefused refusal, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		SignInProblems.of(refusal).offering("try-again", ReturnPath.to(request).value()).send(request, response);
	}

	@ExceptionHandler(ProviderSilent.class)
	void providerSilent(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "sign-in-unreachable")
			.offering("try-again", ReturnPath.to(request).value())
			.send(request, response);
	}

}
