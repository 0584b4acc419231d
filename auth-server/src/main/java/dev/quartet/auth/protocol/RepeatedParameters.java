package dev.quartet.auth.protocol;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import dev.quartet.auth.authorize.SentParameters;
import dev.quartet.auth.web.ErrorPage;
import dev.quartet.auth.web.ErrorPageRenderer;
import dev.quartet.auth.web.ErrorReason;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a parameter that is sent twice (RFC 6749 §3.1, §3.2): which of the two counts
 * would be a guess.
 */
class RepeatedParameters extends OncePerRequestFilter {

	private final ErrorPageRenderer pages;

	RepeatedParameters(ErrorPageRenderer pages) {
		this.pages = pages;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<String> repeated = repeated(request);
		if (repeated.isEmpty()) {
			chain.doFilter(request, response);
		}
		else if (Endpoints.isAuthorize(request)) {
			this.pages.render(request, response,
					ErrorPage.of(ErrorReason.REQUEST_INVALID)
						.hint("error", "invalid_request")
						.hint("error_description", "A parameter was sent more than once")
						.hint("clause", "RFC 6749 §3.1"));
		}
		else {
			MachineErrors.write(response, HttpServletResponse.SC_BAD_REQUEST, "invalid_request",
					"A parameter was sent more than once");
		}
	}

	private static Optional<String> repeated(HttpServletRequest request) {
		return request.getParameterMap()
			.entrySet()
			.stream()
			.filter((parameter) -> parameter.getValue().length > 1 && !mayRepeat(request, parameter.getKey()))
			.map(Map.Entry::getKey)
			.findFirst();
	}

	private static boolean mayRepeat(HttpServletRequest request, String name) {
		boolean consentAnswer = Endpoints.isAuthorize(request) && SentParameters.isConsentAnswer(request);
		// Several resources may be asked for (RFC 8707 §2), and a consent form has one
		// box per scope.
		return "resource".equals(name) || (consentAnswer && "scope".equals(name));
	}

}
