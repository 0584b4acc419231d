package dev.quartet.api.access.proof;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.lang.CheckReturnValue;

/** Decides whether the sender of a request may use the token that came with it. */
public final class Proofs {

	private final boolean offered;

	private final DpopCheck dpop;

	private final ClientCertificates certificates;

	Proofs(boolean offered, DpopCheck dpop, ClientCertificates certificates) {
		this.offered = offered;
		this.dpop = dpop;
		this.certificates = certificates;
	}

	/**
	 * Lets pass whoever holds the key that the token is bound to.
	 * @param request as it arrived
	 * @param scheme how the Authorization header presented the token
	 * @param accessToken the token as it was sent
	 * @param confirmation what the token is bound to
	 * @param subject whom the token is about, at whichever issuer; with a blank in it, so
	 * that it equals no key
	 * @return headers that the answer must carry, such as a fresh DPoP-Nonce
	 * @throws ProofRefused when the sender has not proven it
	 */
	@CheckReturnValue
	public Map<String, String> check(HttpServletRequest request, Scheme scheme, String accessToken,
			Confirmation confirmation, String subject) {
		if (confirmation.x5tS256() != null) {
			certificates.check(request, confirmation.x5tS256());
		}
		if (scheme == Scheme.BEARER && confirmation.jkt() == null) {
			return Map.of();
		}
		if (!offered) {
			throw ProofRefused.badToken("DPoP is not supported");
		}
		// A thief without the key would call it a bearer token (RFC 9449 §7.2).
		if (scheme == Scheme.BEARER) {
			throw ProofRefused.badToken("The token is bound to a key, so it needs the scheme DPoP and a proof");
		}
		if (confirmation.jkt() == null) {
			throw ProofRefused.badToken("The token is not bound to a key, so DPoP is not its scheme");
		}
		return dpop.check(request, accessToken, confirmation.jkt(), subject);
	}

	/** Answers which algorithms may sign proofs; none when DPoP is off. */
	public List<String> algorithms() {
		return offered ? ProofKey.ALGORITHMS : List.of();
	}

	/** Answers whether this API takes DPoP-bound tokens. */
	public boolean isOffered() {
		return offered;
	}

	/** Answers whether this API takes tokens that are bound to a client certificate. */
	public boolean takesCertificates() {
		return certificates.areOffered();
	}

}
