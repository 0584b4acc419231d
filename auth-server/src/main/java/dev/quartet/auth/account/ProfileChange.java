package dev.quartet.auth.account;

import java.time.Clock;
import java.util.Set;

import dev.quartet.auth.users.Profile;
import dev.quartet.auth.users.User;
import dev.quartet.auth.users.Users;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores what a person changed of her profile, unless she has not seen what is there. */
@Component
class ProfileChange {

	private final Users users;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ProfileChange(Users users, ApplicationEventPublisher events, Clock clock) {
		this.users = users;
		this.events = events;
		this.clock = clock;
	}

	/** Tells whether it was the profile with this fingerprint that she changed. */
	@Transactional
	public boolean save(String userId, String seen, ProfileForm form) {
		User user = this.users.lock(userId)
			.orElseThrow(() -> new AccessDeniedException("The person was disabled a moment ago"));
		Profile stored = user.profile();
		if (!stored.fingerprint().equals(seen)) {
			return false;
		}
		Profile changed = form.changed(stored);
		Set<String> differences = ProfileForm.differences(stored, changed);
		if (!differences.isEmpty()) {
			user.describe(changed, this.clock.instant());
			this.events.publishEvent(AccountEvent.profileChanged(userId, differences));
		}
		return true;
	}

}
