package dev.quartet.auth.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Tells a person whose form is stale something else than one who may not do this. */
@Component
public class AccessRefusals implements AccessDeniedHandler {

	private final ErrorPageRenderer renderer;

	AccessRefusals(ErrorPageRenderer renderer) {
		this.renderer = renderer;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
			throws IOException {
		ErrorReason reason = (refusal instanceof CsrfException) ? ErrorReason.SESSION_ENDED : ErrorReason.ACCESS_DENIED;
		this.renderer.answer(request, response, ErrorPage.of(reason));
	}

}
