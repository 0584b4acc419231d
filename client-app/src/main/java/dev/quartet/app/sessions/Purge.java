package dev.quartet.app.sessions;

import dev.quartet.app.pending.PendingLogins;

import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets now and then what nobody will come back for. */
@Component
@EnableScheduling
class Purge {

	private final PendingLogins pending;

	private final ProviderSessions sessions;

	Purge(PendingLogins pending, ProviderSessions sessions) {
		this.pending = pending;
		this.sessions = sessions;
	}

	@Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
	void purge() {
		this.pending.purge();
		this.sessions.purge();
	}

}
