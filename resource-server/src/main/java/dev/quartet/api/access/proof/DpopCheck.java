package dev.quartet.api.access.proof;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Decides whether a request proves that its sender has the key of its token (RFC 9449
 * §4.3, §7). What costs little comes first; only a proof with a good signature is
 * counted, and only one within the limit is remembered.
 */
final class DpopCheck {

	private final ProofRules rules;

	private final Optional<ProofNonces> nonces;

	private final ProofLimit limit;

	private final SeenProofs seen;

	private final UsedProofs used;

	DpopCheck(ProofSettings settings, Addresses addresses, SeenProofs seen, Clock clock) {
		this.rules = new ProofRules(addresses, settings.window(), clock);
		this.nonces = settings.nonce() ? Optional.of(new ProofNonces(settings.nonceSecret(), clock)) : Optional.empty();
		this.limit = new ProofLimit(settings, clock);
		this.seen = seen;
		this.used = new UsedProofs(clock);
	}

	Map<String, String> check(HttpServletRequest request, String accessToken, String jkt, String subject) {
		ProofJwt proof = ProofJwt.parse(only(request));
		rules.checkHeader(proof.header());
		ProofKey key = ProofKey.of(proof.header());
		if (!Sha256.areEqual(key.thumbprint(), jkt)) {
			throw ProofRefused.badToken("The token is bound to another key than the proof's");
		}
		rules.checkClaims(proof.claims(), request, accessToken);
		Map<String, String> headers = nonces.map((nonce) -> nonce.check(proof.claims())).orElse(Map.of());
		ProofId id = ProofId.of(jkt, String.valueOf(proof.claims().get("jti")));
		if (used.have(id)) {
			throw usedBefore();
		}
		limit.requireRoom(jkt, subject);
		if (!key.hasSigned(proof)) {
			throw ProofRefused.badProof("The proof's signature is wrong");
		}
		remember(id, subject, rules.endOf(proof.claims()));
		return headers;
	}

	private static String only(HttpServletRequest request) {
		List<String> values = Collections.list(request.getHeaders("DPoP"));
		if (values.size() != 1) {
			throw ProofRefused.badProof("A request with a DPoP token needs exactly one DPoP header");
		}
		return values.get(0);
	}

	private void remember(ProofId id, String subject, Instant end) {
		Runnable giveBack = limit.take(id.key(), subject);
		boolean first = seen.isFirst(id, end);
		used.add(id, end);
		if (!first) {
			giveBack.run();
			throw usedBefore();
		}
	}

	private static ProofRefused usedBefore() {
		return ProofRefused.badProof("The proof was used before");
	}

}
