package dev.quartet.auth.logout;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.clients.QuartetClientSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** Tells clients what is due, many at once, so that none waits for another that hangs. */
@Component
class LogoutDelivery {

	private static final Logger log = LoggerFactory.getLogger(LogoutDelivery.class);

	private final LogoutOutbox outbox;

	private final LogoutTokens tokens;

	private final BackChannel channel;

	private final RegisteredClientRepository clients;

	LogoutDelivery(LogoutOutbox outbox, LogoutTokens tokens, BackChannel channel, RegisteredClientRepository clients) {
		this.outbox = outbox;
		this.tokens = tokens;
		this.channel = channel;
		this.clients = clients;
	}

	/** Answers how many notices it took on; all of them are settled then. */
	int run() {
		List<LogoutNotice> due = this.outbox.claim();
		List<Attempt> attempts = due.stream().map(this::begin).toList();
		attempts.forEach(this::settle);
		return due.size();
	}

	private Attempt begin(LogoutNotice notice) {
		return new Attempt(notice,
				Optional.ofNullable(this.clients.findById(notice.clientId()))
					.flatMap((client) -> address(client)
						.map((address) -> this.channel.send(address, this.tokens.sign(notice, client)))));
	}

	// A client that is gone, or wants to know no longer, has been told enough.
	private void settle(Attempt attempt) {
		if (attempt.taken().map(CompletableFuture::join).orElse(true)) {
			this.outbox.done(attempt.notice());
		}
		else {
			log.info("The client {} could not be told of a sign-out this time", attempt.notice().clientId());
			this.outbox.failed(attempt.notice());
		}
	}

	static Optional<URI> address(RegisteredClient client) {
		return QuartetClientSettings.further(client).text(MetadataField.BACKCHANNEL_LOGOUT_URI).map(URI::create);
	}

	/** Is one call under way, or none where there is nobody to call. */
	private record Attempt(LogoutNotice notice, Optional<CompletableFuture<Boolean>> taken) {
	}

}
