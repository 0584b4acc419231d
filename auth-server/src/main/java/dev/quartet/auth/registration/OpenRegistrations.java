package dev.quartet.auth.registration;

import dev.quartet.auth.clients.UnvouchedClients;
import org.springframework.stereotype.Component;

/** Tells which clients needed no token to register: nobody decided to trust them. */
@Component
class OpenRegistrations implements UnvouchedClients {

	private final RegistrationRows rows;

	OpenRegistrations(RegistrationRows rows) {
		this.rows = rows;
	}

	@Override
	public boolean contains(String clientId) {
		return this.rows.existsByClientIdAndOpenFromIsNotNull(clientId);
	}

}
