package dev.quartet.app.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Names what went wrong, so that a plain page can say it in our own words.
 *
 * @param status the answer's status
 * @param name the key of its texts: {@code problem.<name>.title} and {@code .text}
 * @param action the key of the way out: {@code action.<action>}
 * @param href where the way out leads, a path of this application
 * @param reason the word for programs; null if there is none
 */
public record Problem(HttpStatus status, String name, String action, String href, @Nullable String reason) {

	static final String ATTRIBUTE = Problem.class.getName();

	public static Problem of(HttpStatus status, String name) {
		return new Problem(status, name, "home", "/", null);
	}

	public Problem offering(String way, String path) {
		return new Problem(this.status, this.name, way, path, this.reason);
	}

	public Problem because(String word) {
		return new Problem(this.status, this.name, this.action, this.href, word);
	}

	/** Ends the request; the error page picks the problem up. */
	public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
		request.setAttribute(ATTRIBUTE, this);
		response.sendError(this.status.value());
	}

}
