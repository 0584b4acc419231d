package dev.quartet.app.experiments;

import java.util.List;

import dev.quartet.app.pending.PendingLogins;

import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Comes home with the wrong state. */
@Component
@Profile("demo")
@Order(2)
class StateFaults implements Family {

	private static final int BAD_REQUEST = 400;

	private final PendingLogins pending;

	StateFaults(PendingLogins pending) {
		this.pending = pending;
	}

	@Override
	public List<Fault> faults() {
		return List.of(new Fault("other-state", "other-state", "", List.of(Rule.rfc(6749, "10.12")),
				CodeFaults::givesCodes, this::otherState));
	}

	/** Looks for it as for any answer that comes back; the code stays unused. */
	private Verdict otherState(Attempt attempt) {
		String changed = Spoiled.first(attempt.trial().state());
		return this.pending.find(changed, attempt.trial().browser())
			.map((found) -> Verdict.accepted(Verdict.By.APP, new Told(0, "", "")))
			.orElseGet(() -> Verdict.refused(Verdict.By.APP, new Told(BAD_REQUEST, "state_unknown", "")));
	}

}
