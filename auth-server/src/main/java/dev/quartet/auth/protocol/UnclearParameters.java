package dev.quartet.auth.protocol;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.quartet.auth.authorize.SentParameters;
import dev.quartet.auth.web.ErrorPage;
import dev.quartet.auth.web.ErrorPageRenderer;
import dev.quartet.auth.web.ErrorReason;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses parameters that one reader sees and the next does not: sent twice (RFC 6749
 * §3.1, §3.2), in the address of a POST, under an encoded name, or in a body that is no
 * form. The framework looks for names in the address as it is written, we look at what
 * they say; a proof key could get lost in between.
 */
class UnclearParameters extends OncePerRequestFilter {

	private final ErrorPageRenderer pages;

	UnclearParameters(ErrorPageRenderer pages) {
		this.pages = pages;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<String> problem = problem(request);
		if (problem.isEmpty()) {
			chain.doFilter(request, response);
		}
		else if (Endpoints.isAuthorize(request)) {
			this.pages.render(request, response,
					ErrorPage.of(ErrorReason.REQUEST_INVALID)
						.hint("error", "invalid_request")
						.hint("error_description", problem.get())
						.hint("clause", "RFC 6749 §3.1"));
		}
		else {
			MachineErrors.write(response, HttpServletResponse.SC_BAD_REQUEST, "invalid_request", problem.get());
		}
	}

	private static Optional<String> problem(HttpServletRequest request) {
		String query = Objects.requireNonNullElse(request.getQueryString(), "");
		if (HttpMethod.POST.matches(request.getMethod())) {
			if (!query.isEmpty()) {
				return Optional.of("The parameters of a POST belong into its body");
			}
			if (!isForm(request)) {
				return Optional.of("The body must be application/x-www-form-urlencoded");
			}
		}
		if (hasEncodedNames(query)) {
			return Optional.of("The names of parameters must be written as they are");
		}
		return repeated(request).map((name) -> "A parameter was sent more than once");
	}

	private static boolean isForm(HttpServletRequest request) {
		String type = request.getContentType();
		return type == null
				|| type.split(";", 2)[0].trim().equalsIgnoreCase(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
	}

	private static boolean hasEncodedNames(String query) {
		return Stream.of(query.split("&", -1))
			.map((parameter) -> parameter.split("=", 2)[0])
			.anyMatch((name) -> name.indexOf('%') >= 0 || name.indexOf('+') >= 0);
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
