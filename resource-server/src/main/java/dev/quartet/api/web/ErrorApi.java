package dev.quartet.api.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what fails before or behind the handlers, such as a malformed path. */
@RestController
class ErrorApi implements ErrorController {

	@RequestMapping("/error")
	ResponseEntity<ProblemDetail> answer(HttpServletRequest request) {
		ProblemDetail problem = describe(request);
		return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
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
