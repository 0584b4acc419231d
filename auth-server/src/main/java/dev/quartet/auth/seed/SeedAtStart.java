package dev.quartet.auth.seed;

import java.nio.file.Path;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Applies the seed at every start, before the server accepts the first request. */
@Component
class SeedAtStart implements SmartLifecycle {

	/**
	 * Comes after the database is migrated, and before the first administrator and the
	 * web server.
	 */
	private static final int PHASE = 100;

	private static final Logger log = LoggerFactory.getLogger(SeedAtStart.class);

	private final SeedFiles files;

	private final SeedReader reader;

	private final Sowing sowing;

	private volatile boolean running;

	SeedAtStart(SeedFiles files, SeedReader reader, Sowing sowing) {
		this.files = files;
		this.reader = reader;
		this.sowing = sowing;
	}

	@Override
	public void start() {
		List<SeedFile> found = this.files.find(Path.of(""));
		if (!found.isEmpty()) {
			SeedChanges changes = this.sowing.apply(this.reader.read(found));
			log.info("Applied the seed {}: {}", found, changes);
			changes.generatedSecrets().forEach(SeedAtStart::print);
		}
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	// The seed leaves it to us, and the log is the one place that only the owner of the
	// server reads.
	private static void print(String clientId, String secret) {
		log.warn(
				"The client \"{}\" has the secret {} (it is shown only here; for another one: clients rotate-secret {})",
				clientId, secret, clientId);
	}

}
