package dev.quartet.auth.logout;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import dev.quartet.auth.outbound.Outbound;
import dev.quartet.auth.outbound.OutboundAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings a logout token to a client (OpenID Connect Back-Channel Logout §2.5). */
@Component
class BackChannel {

	private final Outbound outbound;

	BackChannel(Outbound outbound) {
		this.outbound = outbound;
	}

	/** Whether the client has taken the token, within five seconds in any case. */
	CompletableFuture<Boolean> send(URI address, String token) {
		return this.outbound.deliver(address, Map.of("logout_token", token))
			.handle((answer, failure) -> hasTaken(answer));
	}

	// Some frameworks answer a post without content with 204 (§2.8).
	private static boolean hasTaken(@Nullable OutboundAnswer answer) {
		return answer != null && (answer.status() == 200 || answer.status() == 204);
	}

}
