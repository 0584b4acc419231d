package dev.quartet.auth.uses;

import java.time.Duration;

import dev.quartet.auth.flow.MovableClock;
import org.springframework.context.ApplicationContext;

/** Is what one more server would note and write down. */
record Instance(RecentUses uses, UseWriter writer) {

	private static final int MOST_ATTEMPTS = 1000;

	Instance(ApplicationContext server, int mostWaiting) {
		this(server, new RecentUses(settings(mostWaiting), server.getBean(MovableClock.class)));
	}

	private Instance(ApplicationContext server, RecentUses uses) {
		this(uses,
				new UseWriter(uses, server.getBean(LastUses.class), settings(1), server.getBean(MovableClock.class)));
	}

	static UsesSettings settings(int mostWaiting) {
		return new UsesSettings(Duration.ofHours(1), mostWaiting, Duration.ofDays(45), null);
	}

	/** Writes again and again until nothing waits; answers how often. */
	int writeAll() throws InterruptedException {
		int attempts = 0;
		while (!this.uses.isEmpty() && attempts < MOST_ATTEMPTS) {
			this.writer.write();
			attempts++;
			Thread.sleep(1);
		}
		return attempts;
	}

}
