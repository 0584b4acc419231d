package dev.quartet.auth.logout;

import java.net.URI;
import java.util.Map;

import dev.quartet.auth.outbound.Outbound;
import dev.quartet.auth.outbound.OutboundFailed;
import org.springframework.stereotype.Component;

/** Brings a logout token to a client (OpenID Connect Back-Channel Logout §2.5). */
@Component
class BackChannel {

	private final Outbound outbound;

	BackChannel(Outbound outbound) {
		this.outbound = outbound;
	}

	/** Whether the client has taken the token. */
	boolean send(URI address, String token) {
		try {
			int status = this.outbound.post(address, Map.of("logout_token", token)).status();
			// Some frameworks answer a post without content with 204 (§2.8).
			return status == 200 || status == 204;
		}
		catch (OutboundFailed ex) {
			return false;
		}
	}

}
