package dev.quartet.app.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Decides what a browser may do with our pages. */
public final class PageHeaders {

	private static final String PERMISSIONS = "accelerometer=(), camera=(), display-capture=(), geolocation=(), "
			+ "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

	private final String contentSecurity;

	/** None of our forms leads elsewhere: {@code leaving} pages do that. */
	public PageHeaders() {
		this.contentSecurity = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
				+ "frame-ancestors 'none'; base-uri 'none'";
	}

	public void writeTo(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((csp) -> csp.policyDirectives(this.contentSecurity));
		// A browser that is told so of localhost would demand it of every other port
		// there.
		headers.httpStrictTransportSecurity((hsts) -> hsts
			.requestMatcher((request) -> request.isSecure() && !"localhost".equals(request.getServerName())));
		headers.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
		headers.permissionsPolicyHeader((permissions) -> permissions.policy(PERMISSIONS));
		headers.crossOriginOpenerPolicy((opener) -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
		headers.crossOriginResourcePolicy((resource) -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
	}

}
