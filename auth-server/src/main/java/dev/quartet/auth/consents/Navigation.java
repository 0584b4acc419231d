package dev.quartet.auth.consents;

import java.util.Set;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Tells from where the browser came (Fetch Metadata §2.4). What says nothing may have
 * come from anywhere.
 */
final class Navigation {

	private static final Set<String> OUR_OWN = Set.of("same-origin", "none");

	private Navigation() {
	}

	/** Whether no other site led here: one of our pages, or the person herself. */
	static boolean isOurOwn() {
		return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
				&& OUR_OWN.contains(String.valueOf(attributes.getRequest().getHeader("Sec-Fetch-Site")));
	}

}
