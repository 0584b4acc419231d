package dev.quartet.auth.apps;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.quartet.auth.receipts.KeptReceipt;
import dev.quartet.auth.receipts.ReceiptBook;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives a person's receipts to an application that she trusts with them. */
@RestController
@RequestMapping(AccountApi.PATH + "/receipts")
class ReceiptsApi {

	private static final int PAGE = 20;

	private final ReceiptBook book;

	private final Clock clock;

	ReceiptsApi(ReceiptBook book, Clock clock) {
		this.book = book;
		this.clock = clock;
	}

	/** The latest first, as far as one answer goes. */
	@GetMapping
	ResponseEntity<Map<String, Object>> list(HttpServletRequest request, BearerTokenAuthentication person) {
		Instant before = before(AccountApi.parameter(request, "before"));
		List<KeptReceipt> page = this.book.before(before, person.getName(), PAGE + 1);
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("receipts", page.stream().limit(PAGE).map((one) -> json(one, person)).toList());
		if (page.size() > PAGE) {
			answer.put("next_before", page.get(PAGE - 1).decidedAt().toString());
		}
		return AccountApi.answer(answer);
	}

	@RequestMapping
	ResponseEntity<Object> otherMethod() {
		return AccountApi.otherMethod(HttpMethod.GET);
	}

	// What is signed names her as nobody but this server does: a client with a name of
	// its own for her (OpenID Connect Core §8.1) gets the same without that, unsigned.
	private static Map<String, Object> json(KeptReceipt receipt, BearerTokenAuthentication person) {
		Object subject = person.getTokenAttributes().get("sub");
		Map<String, Object> content = new LinkedHashMap<>(receipt.content());
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("receipt_id", receipt.id().toString());
		json.put("client_id", receipt.clientId());
		json.put("decision", receipt.decision().value());
		json.put("decided_at", receipt.decidedAt().toString());
		if (person.getName().equals(subject)) {
			json.put("jws", receipt.jws());
		}
		else {
			content.remove("sub");
		}
		json.put("receipt", content);
		return json;
	}

	// Beyond these no database counts.
	private Instant before(String text) {
		Instant soon = this.clock.instant().plusSeconds(1);
		try {
			Instant time = text.isEmpty() ? soon : Instant.parse(text);
			return time.isAfter(soon) ? soon : time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time;
		}
		catch (DateTimeParseException ex) {
			throw ApiRefused.request("before must be a time as in 2027-01-31T12:00:00Z (RFC 3339)");
		}
	}

}
