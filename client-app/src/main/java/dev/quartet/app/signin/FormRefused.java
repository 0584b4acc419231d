package dev.quartet.app.signin;

import java.io.IOException;

import dev.quartet.app.sessions.SignedInPerson;
import dev.quartet.app.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Explains a form that came with the token of an ended session, or with none. */
@Component
class FormRefused implements AccessDeniedHandler {

	private final SignInPage signIn;

	FormRefused(SignInPage signIn) {
		this.signIn = signIn;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException {
		problemOf(request, denied).send(request, response);
	}

	private Problem problemOf(HttpServletRequest request, AccessDeniedException denied) {
		if (!(denied instanceof CsrfException)) {
			return Problem.of(HttpStatus.FORBIDDEN, "forbidden");
		}
		ReturnPath page = ReturnPath.to(request);
		if (SignedInPerson.current().isPresent()) {
			return Problem.of(HttpStatus.FORBIDDEN, "form-outdated").offering("reload", page.value());
		}
		return Problem.of(HttpStatus.FORBIDDEN, "session-ended").offering("sign-in", this.signIn.on(page));
	}

}
