package dev.quartet.auth.authorize;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import dev.quartet.auth.web.PageTemplates;
import dev.quartet.auth.web.SecurityHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/** Sends an answer to the client in the way that it asked for. */
@Component
class ResponseModes {

	private static final OAuth2TokenType CODE = new OAuth2TokenType(OAuth2ParameterNames.CODE);

	/** Only this script may run on the page: CSP knows it by its hash. */
	private static final String SUBMIT = "document.forms[0].submit()";

	private final OAuth2AuthorizationService authorizations;

	private final PageTemplates pages;

	ResponseModes(OAuth2AuthorizationService authorizations, PageTemplates pages) {
		this.authorizations = authorizations;
		this.pages = pages;
	}

	static ResponseMode wanted(Map<String, Object> parameters) {
		return Optional.ofNullable(parameters.get(ResponseMode.PARAMETER))
			.flatMap((mode) -> ResponseMode.of(mode.toString()))
			.orElse(ResponseMode.QUERY);
	}

	/**
	 * The request is in this address, or behind the code: pushed, or answered on a page.
	 */
	ResponseMode wanted(HttpServletRequest request, OAuth2AuthorizationCode code) {
		String inTheAddress = request.getParameter(ResponseMode.PARAMETER);
		if (inTheAddress != null || request.getParameter(OAuth2ParameterNames.RESPONSE_TYPE) != null) {
			return wanted(Map.of(ResponseMode.PARAMETER, String.valueOf(inTheAddress)));
		}
		return Optional.ofNullable(this.authorizations.findByToken(code.getTokenValue(), CODE))
			.map((found) -> found.<OAuth2AuthorizationRequest>getAttribute(OAuth2AuthorizationRequest.class.getName()))
			.map((asked) -> wanted(asked.getAdditionalParameters()))
			.orElse(ResponseMode.QUERY);
	}

	void send(ClientAnswer answer, ResponseMode mode, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		if (mode == ResponseMode.QUERY) {
			response.sendRedirect(answer.address());
			return;
		}
		SecurityHeaders.allowFormsTo(request, answer.redirectUri());
		SecurityHeaders.allowScript(request, SUBMIT);
		this.pages.write("authorize/form-post",
				Map.of("action", answer.redirectUri(), "parameters", answer.parameters(), "submit", SUBMIT), request,
				response);
	}

}
