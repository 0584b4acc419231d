package dev.quartet.auth.consents;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Tells from where the browser came (Fetch Metadata §2.4). What says nothing may have
 * come from anywhere, and a page of ours leads on whoever was sent to it.
 */
final class Navigation {

	private Navigation() {
	}

	/** Whether nothing led here but the person herself. */
	static boolean isHerOwn() {
		return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
				&& "none".equals(attributes.getRequest().getHeader("Sec-Fetch-Site"));
	}

}
