package dev.quartet.auth.logout;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.clients.QuartetClientSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** Tells clients what is due, several at once, so that one that hangs holds up few. */
@Component
class LogoutDelivery implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(LogoutDelivery.class);

	private final ExecutorService callers = Executors.newCachedThreadPool(LogoutDelivery::thread);

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
		List<CompletableFuture<Void>> attempts = this.outbox.claim()
			.stream()
			.map((notice) -> CompletableFuture.runAsync(() -> attempt(notice), this.callers))
			.toList();
		attempts.forEach(CompletableFuture::join);
		return attempts.size();
	}

	static Optional<URI> address(RegisteredClient client) {
		return QuartetClientSettings.further(client).text(MetadataField.BACKCHANNEL_LOGOUT_URI).map(URI::create);
	}

	@Override
	public void destroy() {
		this.callers.shutdownNow();
	}

	private void attempt(LogoutNotice notice) {
		if (isTold(notice)) {
			this.outbox.done(notice);
		}
		else {
			log.info("The client {} could not be told of a sign-out this time", notice.clientId());
			this.outbox.failed(notice);
		}
	}

	// A client that is gone, or wants to know no longer, has been told enough.
	private boolean isTold(LogoutNotice notice) {
		RegisteredClient client = this.clients.findById(notice.clientId());
		Optional<URI> address = (client != null) ? address(client) : Optional.empty();
		return client == null || address.isEmpty()
				|| this.channel.send(address.get(), this.tokens.sign(notice, client));
	}

	private static Thread thread(Runnable work) {
		Thread thread = new Thread(work, "logout-caller");
		thread.setDaemon(true);
		return thread;
	}

}
