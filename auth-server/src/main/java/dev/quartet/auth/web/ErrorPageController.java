package dev.quartet.auth.web;

import java.io.IOException;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers every error that nobody else has answered, by its status alone. */
@Controller
class ErrorPageController implements ErrorController {

	private final ErrorPageRenderer renderer;

	ErrorPageController(ErrorPageRenderer renderer) {
		this.renderer = renderer;
	}

	@RequestMapping("${spring.web.error.path:/error}")
	void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		// Without a status somebody has typed this address.
		this.renderer.answer(request, response, ErrorPage.of((status instanceof Integer code) ? code : 404));
	}

}
