package dev.quartet.auth.login;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.quartet.auth.web.QueryString;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Decides where a person goes after a journey step. The address travels with the page,
 * not with the session, so tabs do not disturb one another and a restart loses nothing.
 */
record WayBack(String address) {

	static final String PARAMETER = "continue";

	private static final String AUTHORIZE = "/oauth2/authorize";

	private static final String CONSENT = "/oauth2/consent";

	private static final String USER_CODE = "user_code";

	/** Pages with a form, and the parameters without which they cannot be seen again. */
	private static final Map<String, List<String>> FORMS = Map.of(CONSENT, List.of("state"), "/device",
			List.of(USER_CODE), "/device/confirm", List.of("state", USER_CODE));

	private static final WayBack HOME = new WayBack("/");

	/**
	 * The request itself, its form parameters turned into a query. An answer to a page
	 * leads to that page again: what she ticked must be seen by whoever signs in.
	 */
	static WayBack of(HttpServletRequest request) {
		String path = request.getRequestURI();
		if (AUTHORIZE.equals(path) && "POST".equals(request.getMethod())
				&& request.getParameter("response_type") == null) {
			return toPage(CONSENT, request);
		}
		if (FORMS.containsKey(path)) {
			return toPage(path, request);
		}
		QueryString query = new QueryString();
		request.getParameterMap().forEach((name, values) -> {
			for (String value : values) {
				query.add(name, value);
			}
		});
		return allowed(path + "?" + query);
	}

	private static WayBack toPage(String path, HttpServletRequest request) {
		QueryString query = new QueryString();
		FORMS.getOrDefault(path, List.of()).forEach((name) -> query.add(name, request.getParameter(name)));
		String text = query.toString();
		return allowed(text.isEmpty() ? path : path + "?" + text);
	}

	/**
	 * Only an authorization request or a page of this server that asks something is a way
	 * back; anything else leads home.
	 */
	static WayBack allowed(@Nullable String address) {
		return parse(address).filter((uri) -> !uri.isAbsolute() && uri.getRawAuthority() == null)
			.filter((uri) -> leadsBack(uri.getRawPath()) && uri.getRawFragment() == null)
			.map((uri) -> new WayBack(uri.toString()))
			.orElse(HOME);
	}

	private static boolean leadsBack(String path) {
		return AUTHORIZE.equals(path) || FORMS.containsKey(path);
	}

	boolean leadsHome() {
		return equals(HOME);
	}

	Optional<String> parameter(String name) {
		String value = UriComponentsBuilder.fromUriString(this.address).build().getQueryParams().getFirst(name);
		return Optional.ofNullable(value).map((encoded) -> UriUtils.decode(encoded, StandardCharsets.UTF_8));
	}

	String loginPage() {
		return leadsHome() ? "/login" : "/login?" + new QueryString().add(PARAMETER, this.address);
	}

	String failedLoginPage() {
		return loginPage() + (leadsHome() ? "?failed" : "&failed");
	}

	private static Optional<URI> parse(@Nullable String address) {
		try {
			return (address == null) ? Optional.empty() : Optional.of(new URI(address));
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
	}

}
