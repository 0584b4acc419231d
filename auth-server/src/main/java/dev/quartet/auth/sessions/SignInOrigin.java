package dev.quartet.auth.sessions;

import java.io.Serializable;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/**
 * Remembers from where a person signed in, so that she can tell her browsers apart. What
 * a browser says of itself may be anything.
 */
public record SignInOrigin(String address, String browser, String system) implements Serializable {

	static final String ATTRIBUTE = SignInOrigin.class.getName();

	/** Notes it in the session, which a sign-in has just made. */
	public static void note(HttpServletRequest request) {
		String agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
		request.getSession()
			.setAttribute(ATTRIBUTE, new SignInOrigin(request.getRemoteAddr(), UserAgents.browser(agent).orElse(""),
					UserAgents.system(agent).orElse("")));
	}

}
