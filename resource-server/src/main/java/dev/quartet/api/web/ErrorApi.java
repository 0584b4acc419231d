package dev.quartet.api.web;

import java.io.IOException;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what fails before or behind the handlers, such as a malformed path. */
@Hidden
@RestController
class ErrorApi implements ErrorController {

	private final JsonMapper json;

	ErrorApi(JsonMapper json) {
		this.json = json;
	}

	// Written here, because the framework would add this path as the problem's instance.
	@RequestMapping("/error")
	void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
		ProblemDetail problem = describe(request);
		response.setStatus(problem.getStatus());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		json.writeValue(response.getOutputStream(), problem);
	}

	private static ProblemDetail describe(HttpServletRequest request) {
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		// Whoever asks for this path directly finds nothing.
		int status = code instanceof Integer known ? known : HttpStatus.NOT_FOUND.value();
		if (status >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
			return Problems.unexpected((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
		}
		return ProblemDetail.forStatus(status);
	}

}
