package dev.quartet.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers everything that went wrong with one plain page. */
@Controller
class ProblemController implements ErrorController {

	private static final Logger log = LoggerFactory.getLogger(ProblemController.class);

	@RequestMapping("/error")
	String show(HttpServletRequest request, HttpServletResponse response, Model model) {
		Problem problem = problemOf(request);
		if (problem.status() == HttpStatus.INTERNAL_SERVER_ERROR) {
			log.error("Request failed", (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
		}
		response.setStatus(problem.status().value());
		model.addAttribute("problem", problem);
		model.addAttribute("requestId", request.getAttribute(RequestIds.ATTRIBUTE));
		return "web/problem";
	}

	private static Problem problemOf(HttpServletRequest request) {
		if (request.getAttribute(Problem.ATTRIBUTE) instanceof Problem problem) {
			return problem;
		}
		if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status) {
			return byStatus(status);
		}
		return byStatus(HttpStatus.NOT_FOUND.value());
	}

	private static Problem byStatus(int status) {
		return switch (status) {
			case 403 -> Problem.of(HttpStatus.FORBIDDEN, "forbidden");
			case 404 -> Problem.of(HttpStatus.NOT_FOUND, "not-found");
			case 405 -> Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "not-found");
			case 413, 414, 431 -> Problem.of(HttpStatus.valueOf(status), "too-large");
			default -> (status < 500) ? Problem.of(HttpStatus.valueOf(status), "bad-request")
					: Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "failed");
		};
	}

}
