package dev.quartet.auth.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.stereotype.Component;

/**
 * Adds to Spring Security's own headers what every answer of this server carries.
 * <p>
 * Cross-Origin-Opener-Policy is left out on purpose: it would cut a sign-in window off
 * from the application that has opened it.
 */
@Component
public class SecurityHeaders implements Customizer<HeadersConfigurer<HttpSecurity>> {

	private static final String FORM_ACTION = SecurityHeaders.class.getName() + ".formAction";

	private static final String SCRIPT = SecurityHeaders.class.getName() + ".script";

	private static final String FRAMES = SecurityHeaders.class.getName() + ".frames";

	private static final String POLICY_NAME = "Content-Security-Policy";

	private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
			+ "base-uri 'none'; frame-ancestors 'none'";

	private static final Map<String, String> OTHERS = Map.of("Referrer-Policy", "no-referrer", "X-Content-Type-Options",
			"nosniff", "X-Frame-Options", "DENY", "Cross-Origin-Resource-Policy", "same-origin", "Permissions-Policy",
			"accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
					+ "microphone=(), midi=(), payment=(), usb=()");

	@Override
	public void customize(HeadersConfigurer<HttpSecurity> headers) {
		headers.addHeaderWriter(SecurityHeaders::write)
			.httpStrictTransportSecurity((hsts) -> hsts.requestMatcher(SecurityHeaders::staysOnHttps));
	}

	// A browser that is told so of localhost would demand it of every other port there.
	static boolean staysOnHttps(HttpServletRequest request) {
		return request.isSecure() && !"localhost".equals(request.getServerName());
	}

	/**
	 * Lets the forms of this page end at the client. Chromium holds every redirect that
	 * follows a form post against <code>form-action</code> and stays on the page when it
	 * does not match, so sign-in, consent and sign-out must say where they lead.
	 */
	public static void allowFormsTo(HttpServletRequest request, String redirectUri) {
		allowFormsTo(request, Set.of(redirectUri));
	}

	/** The same for one of several addresses. */
	public static void allowFormsTo(HttpServletRequest request, Collection<String> redirectUris) {
		String sources = redirectUris.stream()
			.map((uri) -> source(URI.create(uri)))
			.distinct()
			.sorted()
			.collect(Collectors.joining(" "));
		request.setAttribute(FORM_ACTION, "; form-action 'self' " + sources);
	}

	/**
	 * Sets no limit to where the forms of this page lead: for clients that redirect to
	 * yet another site after their redirect URI, which Chromium checks as well.
	 */
	public static void allowFormsAnywhere(HttpServletRequest request) {
		request.setAttribute(FORM_ACTION, "");
	}

	/** Lets exactly this script run, where it stands in the page (CSP 3 §2.3.1). */
	public static void allowScript(HttpServletRequest request, String script) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
			request.setAttribute(SCRIPT, "; script-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

	/**
	 * Lets this page load these addresses of clients in frames, and nothing beside them.
	 */
	public static void allowFrames(HttpServletRequest request, Collection<String> addresses) {
		request.setAttribute(FRAMES,
				addresses.stream()
					.map(URI::create)
					.map(SecurityHeaders::origin)
					.distinct()
					.collect(Collectors.joining(" ", "; frame-src ", "")));
	}

	static void write(HttpServletRequest request, HttpServletResponse response) {
		Object formAction = Objects.requireNonNullElse(request.getAttribute(FORM_ACTION), "; form-action 'self'");
		Object script = Objects.requireNonNullElse(request.getAttribute(SCRIPT), "");
		Object frames = Objects.requireNonNullElse(request.getAttribute(FRAMES), "");
		put(response, POLICY_NAME, POLICY + formAction + script + frames);
		OTHERS.forEach((name, value) -> put(response, name, value));
	}

	private static void put(HttpServletResponse response, String name, String value) {
		if (!response.containsHeader(name)) {
			response.setHeader(name, value);
		}
	}

	private static String source(URI uri) {
		String host = uri.getHost();
		// An application there listens on whatever port is free (RFC 8252 §7.3).
		return (host != null && host.startsWith("127.")) ? uri.getScheme() + "://" + host + ":*" : origin(uri);
	}

	private static String origin(URI uri) {
		String host = uri.getHost();
		// A policy cannot name an application's own scheme or an IPv6 address more
		// closely (CSP 3 §2.3.1).
		if (host == null || host.startsWith("[")) {
			return uri.getScheme() + ":";
		}
		return uri.getScheme() + "://" + host + ((uri.getPort() < 0) ? "" : ":" + uri.getPort());
	}

}
