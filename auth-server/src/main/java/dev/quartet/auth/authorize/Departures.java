package dev.quartet.auth.authorize;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import dev.quartet.auth.clients.ClientVetting;
import dev.quartet.auth.web.PageTemplates;
import dev.quartet.auth.web.SecurityHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/**
 * Decides whether a refusal takes the browser to the client at once. To an address for
 * which nobody vouches it does not while nobody is signed in: a link to this server would
 * else lead anybody to whatever somebody registered (RFC 9700 §4.11.2).
 */
@Component
class Departures {

	private final ResponseModes modes;

	private final ClientVetting vetting;

	private final PageTemplates pages;

	Departures(ResponseModes modes, ClientVetting vetting, PageTemplates pages) {
		this.modes = modes;
		this.vetting = vetting;
		this.pages = pages;
	}

	void refuse(ClientAnswer answer, ResponseMode mode, String clientId, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		if (SignInChecks.signIn().isPresent() || !this.vetting.isUnvetted(clientId)) {
			this.modes.send(answer, mode, request, response);
			return;
		}
		SecurityHeaders.allowFormsTo(request, answer.redirectUri());
		response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
		this.pages.write("authorize/leave", model(answer, mode), request, response);
	}

	private static Map<String, Object> model(ClientAnswer answer, ResponseMode mode) {
		URI address = URI.create(answer.redirectUri());
		Map<String, Object> model = new HashMap<>();
		model.put("host", Objects.requireNonNullElse(address.getRawAuthority(), address.getScheme() + ":"));
		model.put("link", (mode == ResponseMode.QUERY) ? answer.address() : "");
		model.put("action", answer.redirectUri());
		model.put("parameters", answer.parameters());
		return model;
	}

}
