package dev.quartet.auth.login;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.quartet.auth.authorize.SentParameters;
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
			List.of(USER_CODE), "/device/confirm", List.of("state", USER_CODE), "/account", List.of(), "/account/apps",
			List.of(), "/account/sessions", List.of(), "/account/password", List.of(), "/account/receipts", List.of(),
			"/account/activity", List.of());

	private static final WayBack HOME = new WayBack("/");

	/**
	 * The request itself, its form parameters turned into a query. An answer to a page
	 * leads to that page again: what she ticked must be seen by whoever signs in.
	 */
	static WayBack of(HttpServletRequest request) {
		String path = request.getRequestURI();
		if (AUTHORIZE.equals(path) && SentParameters.isConsentAnswer(request)) {
			return toPage(CONSENT, request);
		}
		if (FORMS.containsKey(path)) {
			return toPage(path, request);
		}
		QueryString query = new QueryString();
		SentParameters.of(request).forEach((name, values) -> values.forEach((value) -> query.add(name, value)));
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
		return parameters().getOrDefault(name, List.of()).stream().findFirst();
	}

	/** All parameters, decoded. */
	Map<String, List<String>> parameters() {
		Map<String, List<String>> decoded = new LinkedHashMap<>();
		UriComponentsBuilder.fromUriString(this.address)
			.build()
			.getQueryParams()
			.forEach((name, values) -> decoded.put(decode(name),
					values.stream().map((value) -> (value != null) ? decode(value) : "").toList()));
		return decoded;
	}

	/** The same request with another value of one parameter. */
	WayBack with(String name, String value) {
		QueryString query = new QueryString();
		parameters().forEach((other, values) -> {
			if (!other.equals(name)) {
				values.forEach((one) -> query.add(other, one));
			}
		});
		return allowed(this.address.split("\\?", 2)[0] + "?" + query.add(name, value));
	}

	/** Whether the client waits for an answer there. */
	boolean leadsToClient() {
		return this.address.startsWith(AUTHORIZE + "?");
	}

	String loginPage() {
		return leadsHome() ? "/login" : "/login?" + new QueryString().add(PARAMETER, this.address);
	}

	/** The login page with a word on what became of the last attempt. */
	String loginPage(String outcome) {
		return loginPage() + (leadsHome() ? "?" : "&") + outcome;
	}

	private static String decode(String encoded) {
		return UriUtils.decode(encoded, StandardCharsets.UTF_8);
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
