package dev.quartet.auth.receipts;

import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JWSObject;

/** Is one decision of a person as it was kept. */
public record KeptReceipt(UUID id, String userId, String clientId, Decision decision, Instant decidedAt, String jws) {

	/** What was signed, as plain JSON values. */
	public Map<String, Object> content() {
		return parse().getPayload().toJSONObject();
	}

	/** The header with the public key that signed it (RFC 7515 §4.1.3). */
	public Map<String, Object> header() {
		return parse().getHeader().toJSONObject();
	}

	private JWSObject parse() {
		try {
			return JWSObject.parse(this.jws);
		}
		catch (ParseException ex) {
			throw new IllegalStateException("The receipt %s is no JWS".formatted(this.id), ex);
		}
	}

	@Override
	public String toString() {
		return "%s %s by %s to %s".formatted(this.decidedAt, this.decision, this.userId, this.clientId);
	}

}
