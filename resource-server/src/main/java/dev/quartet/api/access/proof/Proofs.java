package dev.quartet.api.access.proof;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.lang.CheckReturnValue;

/** Decides whether the sender of a request may use the token that came with it. */
public final class Proofs {

	/**
	 * Lets pass whoever holds the key that the token is bound to.
	 * @param request as it arrived
	 * @param scheme how the Authorization header presented the token
	 * @param accessToken the token as it was sent
	 * @param confirmation what the token is bound to
	 * @return headers that the answer must carry, such as a fresh DPoP-Nonce
	 * @throws ProofRefused when the sender has not proven it
	 */
	@CheckReturnValue
	public Map<String, String> check(HttpServletRequest request, Scheme scheme, String accessToken,
			Confirmation confirmation) {
		if (scheme == Scheme.DPOP || !confirmation.isNone()) {
			throw ProofRefused.badToken("Sender-constrained tokens are not supported");
		}
		return Map.of();
	}

	/** Answers which algorithms may sign proofs; none when DPoP is off. */
	public List<String> algorithms() {
		return List.of();
	}

	/** Answers whether this API takes DPoP-bound tokens. */
	public boolean isOffered() {
		return false;
	}

}
