package dev.quartet.app.api;

import java.io.IOException;

import dev.quartet.app.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Turns what the API refused into plain pages. */
@ControllerAdvice
class ApiProblems {

	private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

	@ExceptionHandler({ ApiUnreachable.class, RestClientException.class })
	void unreachable(RuntimeException ex, HttpServletRequest request, HttpServletResponse response) throws IOException {
		log.warn("Call to the API failed", ex);
		Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "api-unreachable")
			.offering("try-again", "/notes")
			.send(request, response);
	}

	@ExceptionHandler(HttpClientErrorException.NotFound.class)
	void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Problem.of(HttpStatus.NOT_FOUND, "note-gone").offering("notes", "/notes").send(request, response);
	}

	@ExceptionHandler(NotLinked.class)
	void notLinked(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Problem.of(HttpStatus.FORBIDDEN, "not-linked").offering("links", "/links").send(request, response);
	}

	@ExceptionHandler(PermissionMissing.class)
	void permissionMissing(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Problem.of(HttpStatus.FORBIDDEN, "permission-missing")
			.offering("ask-again", "/oauth2/authorization/quartet?prompt=consent&return=/notes")
			.send(request, response);
	}

}
