package dev.quartet.auth.receipts;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.quartet.auth.keys.SignedRecords;
import org.springframework.data.domain.Limit;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps each decision of a person as a signed record, and finds hers again. */
@Component
public class ReceiptBook {

	/** The type in the header of the signature, so that a receipt is no token. */
	public static final String TYPE = "consent-receipt+jwt";

	private final Receipts receipts;

	private final SignedRecords records;

	private final AuthorizationServerSettings server;

	private final Clock clock;

	ReceiptBook(Receipts receipts, SignedRecords records, AuthorizationServerSettings server, Clock clock) {
		this.receipts = receipts;
		this.records = records;
		this.server = server;
		this.clock = clock;
	}

	/**
	 * Writes a decision down in the transaction that makes it true.
	 * @param content what was decided, in plain JSON values
	 */
	@Transactional
	public void record(String userId, String clientId, Decision decision, Map<String, Object> content) {
		UUID id = UUID.randomUUID();
		Instant now = this.clock.instant();
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("iss", this.server.getIssuer());
		claims.put("jti", id.toString());
		claims.put("iat", now.getEpochSecond());
		claims.put("sub", userId);
		claims.put("decision", decision.value());
		claims.put("decided_at", now.toString());
		claims.putAll(content);
		this.receipts.save(new Receipt(id, userId, clientId, decision, now, this.records.sign(TYPE, claims)));
	}

	/** Her decisions before that time, the latest first. */
	@Transactional(readOnly = true)
	public List<KeptReceipt> before(Instant time, String userId, int most) {
		return this.receipts.find(userId, time, Limit.of(most)).stream().map(Receipt::kept).toList();
	}

	/** Only her own. */
	@Transactional(readOnly = true)
	public Optional<KeptReceipt> find(UUID id, String userId) {
		return this.receipts.findByIdAndUserId(id, userId).map(Receipt::kept);
	}

	/** What she last allowed that client. */
	@Transactional(readOnly = true)
	public Optional<KeptReceipt> lastAllowed(String userId, String clientId) {
		return this.receipts.findAllowed(userId, clientId, Limit.of(1)).stream().findFirst().map(Receipt::kept);
	}

	/** Whether a key that is published now has signed it. */
	public boolean isVerified(KeptReceipt receipt) {
		return this.records.verify(TYPE, receipt.jws()).isPresent();
	}

}
