package dev.quartet.auth.logos;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import dev.quartet.auth.outbound.Outbound;
import dev.quartet.auth.outbound.OutboundBytes;
import dev.quartet.auth.outbound.OutboundFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the address of one picture, and keeps what it gives. */
@Component
class LogoFetch {

	private static final Logger log = LoggerFactory.getLogger(LogoFetch.class);

	private static final int SERVER_ERRORS = 500;

	private final ClientLogos logos;

	private final Outbound outbound;

	private final Clock clock;

	LogoFetch(ClientLogos logos, Outbound outbound, Clock clock) {
		this.logos = logos;
		this.outbound = outbound;
		this.clock = clock;
	}

	/** Does nothing if somebody else has just done it. */
	void run(String clientId, String address) {
		Instant now = this.clock.instant();
		ClientLogo logo = this.logos.findById(clientId)
			.filter((kept) -> kept.isFrom(address))
			.orElseGet(() -> new ClientLogo(clientId, address, now));
		if (logo.isDue(now)) {
			ask(address).ifPresentOrElse((answer) -> take(logo, answer, now), () -> logo.askLater(now));
			this.logos.save(logo);
		}
	}

	private Optional<OutboundBytes> ask(String address) {
		try {
			OutboundBytes answer = this.outbound.bytes(URI.create(address), ImageKind.accepted());
			return Optional.of(answer).filter((given) -> given.status() < SERVER_ERRORS);
		}
		catch (OutboundFailed ex) {
			log.debug("No logo from {}", address, ex);
			return Optional.empty();
		}
	}

	private static void take(ClientLogo logo, OutboundBytes answer, Instant now) {
		byte[] image = answer.body();
		Optional<ImageKind> kind = answer.isOk() ? ImageKind.of(image) : Optional.empty();
		kind.ifPresentOrElse((known) -> logo.show(known, image, now), () -> logo.showNothing(now));
	}

}
