package dev.quartet.api.limits;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

import dev.quartet.api.access.Caller;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Is who shares one bucket: a client at its issuer, one person who uses it, or all that
 * come from one address.
 *
 * @param issuer whose client it is; empty for an address
 * @param name the client's, or the address
 * @param part the person's identifier; empty for all of them
 */
record Sender(String issuer, String name, String part) {

	private static final int NETWORK_BYTES = 8;

	static Sender of(Caller caller) {
		return new Sender(caller.issuer(), clientOf(caller), "");
	}

	static Sender personOf(Caller caller) {
		return new Sender(caller.issuer(), clientOf(caller), caller.subject());
	}

	static Sender at(HttpServletRequest request) {
		return new Sender("", network(request.getRemoteAddr()), "");
	}

	// A token without a client was made by its subject, as far as anybody can tell.
	private static String clientOf(Caller caller) {
		return caller.clientId().orElse(caller.subject());
	}

	// Who has one address of IPv6 has the 64 bits below it, however it is written.
	private static String network(String address) {
		if (address.indexOf(':') < 0) {
			return address;
		}
		try {
			// Nothing with a colon is a name that would be looked up.
			byte[] bytes = InetAddress.getByName(address).getAddress();
			return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
		}
		catch (UnknownHostException malformed) {
			return "malformed";
		}
	}

}
