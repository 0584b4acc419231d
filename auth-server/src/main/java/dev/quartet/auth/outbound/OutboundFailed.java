package dev.quartet.auth.outbound;

import org.jspecify.annotations.Nullable;

/**
 * Tells that an address was not asked, or did not answer as it should; the message names
 * nothing that a stranger could learn this server's network from.
 */
public class OutboundFailed extends RuntimeException {

	private static final long serialVersionUID = 1;

	OutboundFailed(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
