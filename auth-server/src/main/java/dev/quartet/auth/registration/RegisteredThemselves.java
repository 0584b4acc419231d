package dev.quartet.auth.registration;

import dev.quartet.auth.clients.ClientVetting;
import dev.quartet.auth.clients.Vetting;
import org.springframework.stereotype.Component;

/** Tells which clients registered themselves, and whether anybody had invited them. */
@Component
class RegisteredThemselves implements ClientVetting {

	private final RegistrationRows rows;

	RegisteredThemselves(RegistrationRows rows) {
		this.rows = rows;
	}

	@Override
	public Vetting of(String clientId) {
		return this.rows.findById(clientId).map(RegisteredThemselves::of).orElse(Vetting.VETTED);
	}

	private static Vetting of(Registration registration) {
		return registration.isOpen() ? Vetting.UNVETTED : Vetting.INVITED;
	}

}
