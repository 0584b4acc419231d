package dev.quartet.auth.apps;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.quartet.auth.receipts.KeptReceipt;
import dev.quartet.auth.receipts.ReceiptBook;
import dev.quartet.auth.users.PersonTimes;
import dev.quartet.auth.web.Times;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows a person the receipts of what she decided, and gives them to her. */
@Controller
@RequestMapping("/account/receipts")
class ReceiptsController {

	private static final int PAGE = 20;

	/**
	 * Before anything was decided here; a database knows no time that is much earlier.
	 */
	private static final Instant FIRST = Instant.EPOCH;

	private final ReceiptBook book;

	private final ReceiptViews views;

	private final PersonTimes times;

	private final Clock clock;

	ReceiptsController(ReceiptBook book, ReceiptViews views, PersonTimes times, Clock clock) {
		this.book = book;
		this.views = views;
		this.times = times;
		this.clock = clock;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String before, Authentication person, Locale language, Model model) {
		Times written = this.times.of(person.getName(), language);
		List<KeptReceipt> page = this.book.before(time(before), person.getName(), PAGE + 1);
		List<KeptReceipt> shown = page.stream().limit(PAGE).toList();
		model.addAttribute("receipts", shown.stream().map((one) -> this.views.of(one, written, language)).toList());
		model.addAttribute("more", (page.size() > PAGE) ? shown.get(PAGE - 1).decidedAt().toString() : null);
		return "apps/receipts";
	}

	/** To be read, and to be printed. */
	@GetMapping("/{id}")
	String one(@PathVariable String id, Authentication person, Locale language, Model model) {
		Optional<KeptReceipt> receipt = find(id, person);
		if (receipt.isEmpty()) {
			return "redirect:/account/receipts";
		}
		model.addAttribute("receipt",
				this.views.of(receipt.get(), this.times.of(person.getName(), language), language));
		model.addAttribute("verified", this.book.isVerified(receipt.get()));
		return "apps/receipt";
	}

	/** To be kept: what was decided, and the signature over exactly that. */
	@GetMapping("/{id}/download")
	ResponseEntity<Map<String, Object>> download(@PathVariable String id, Authentication person) {
		return find(id, person).map((receipt) -> {
			Map<String, Object> file = new LinkedHashMap<>();
			file.put("receipt", receipt.content());
			file.put("header", receipt.header());
			file.put("jws", receipt.jws());
			return ResponseEntity.ok()
				.contentType(MediaType.APPLICATION_JSON)
				.cacheControl(CacheControl.noStore())
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment()
							.filename("consent-receipt-" + receipt.id() + ".json")
							.build()
							.toString())
				.body(file);
		}).orElseGet(() -> ResponseEntity.notFound().build());
	}

	private Optional<KeptReceipt> find(String id, Authentication person) {
		try {
			return this.book.find(UUID.fromString(id), person.getName());
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private Instant time(String before) {
		try {
			Instant next = this.clock.instant().plusSeconds(1);
			Instant time = before.isEmpty() ? next : Instant.parse(before);
			return time.isAfter(FIRST) && time.isBefore(next) ? time : next;
		}
		catch (DateTimeParseException ex) {
			return this.clock.instant().plusSeconds(1);
		}
	}

}
