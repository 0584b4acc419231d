package dev.quartet.auth.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.quartet.auth.resources.ScopeCatalogue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decides whether a client may register at all, and how much it may ask for. */
@Component
class Admissions {

	private static final Duration HOUR = Duration.ofHours(1);

	private final RegistrationSettings settings;

	private final InitialAccessTokens tokens;

	private final RegistrationRows registrations;

	private final ScopeCatalogue catalogue;

	private final Clock clock;

	Admissions(RegistrationSettings settings, InitialAccessTokens tokens, RegistrationRows registrations,
			ScopeCatalogue catalogue, Clock clock) {
		this.settings = settings;
		this.tokens = tokens;
		this.registrations = registrations;
		this.catalogue = catalogue;
		this.clock = clock;
	}

	/** Looks only, so that strangers cost little and use up nothing. */
	Admission admit(Optional<String> token, String address) {
		if (token.isPresent()) {
			return this.tokens.scope(token.get())
				.map((scope) -> Admission.byToken(token.get(), known(scope.isEmpty() ? this.settings.scopes() : scope)))
				.orElseThrow(RegistrationRefused::token);
		}
		if (!this.settings.isOpen()) {
			throw RegistrationRefused.token();
		}
		refuseTooMany(address);
		return Admission.open(address, known(this.settings.scopes()));
	}

	/** Takes what was found, in the transaction that makes the client. */
	@Transactional(propagation = Propagation.MANDATORY)
	void claim(Admission admission) {
		if (admission.token() != null) {
			if (!this.tokens.claim(admission.token())) {
				throw RegistrationRefused.token();
			}
		}
		else if (admission.openFrom() != null) {
			this.registrations.lockQuota();
			refuseTooMany(admission.openFrom());
		}
	}

	private void refuseTooMany(String address) {
		Instant since = this.clock.instant().minus(HOUR);
		if (this.registrations.countOpen(Instant.EPOCH) >= this.settings.openAtAll()
				|| this.registrations.countOpen(since) >= this.settings.openPerHour()
				|| this.registrations.countOpen(address, since) >= this.settings.openPerHourAndAddress()) {
			throw RegistrationRefused.tooMany();
		}
	}

	private Set<String> known(Set<String> scope) {
		Set<String> known = new TreeSet<>(scope);
		known.retainAll(this.catalogue.names());
		return known;
	}

}
