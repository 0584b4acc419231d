package dev.quartet.api.limits;

import dev.quartet.api.access.Caller;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Is who shares one bucket: a client at its issuer, or all that come from one address.
 *
 * @param issuer whose client it is; empty for an address
 * @param name the client's, or the address
 */
record Sender(String issuer, String name) {

	private static final int GROUPS_OF_A_NETWORK = 4;

	// A token without a client was made by its subject, as far as anybody can tell.
	static Sender of(Caller caller) {
		return new Sender(caller.issuer(), caller.clientId().orElse(caller.subject()));
	}

	static Sender at(HttpServletRequest request) {
		return new Sender("", network(request.getRemoteAddr()));
	}

	// Tomcat writes all eight groups; who has one address of IPv6 has the 64 bits below.
	private static String network(String address) {
		int end = -1;
		for (int group = 0; group < GROUPS_OF_A_NETWORK; group++) {
			end = address.indexOf(':', end + 1);
			if (end < 0) {
				return address;
			}
		}
		return address.substring(0, end);
	}

}
