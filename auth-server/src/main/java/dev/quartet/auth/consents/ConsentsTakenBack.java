package dev.quartet.auth.consents;

import java.util.Locale;
import java.util.Set;

import dev.quartet.auth.receipts.Decision;
import dev.quartet.auth.uses.DisusedConsents;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes back for a person what nobody has used for long. */
@Component
class ConsentsTakenBack implements DisusedConsents {

	private final ConsentDecisions decisions;

	ConsentsTakenBack(ConsentDecisions decisions) {
		this.decisions = decisions;
	}

	@Override
	@Transactional
	public void takeBack(String userId, String clientId, Set<String> scopes) {
		// Nobody is there to say in which language.
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		try {
			this.decisions.narrow(userId, clientId, scopes, Decision.DISUSED);
		}
		finally {
			LocaleContextHolder.resetLocaleContext();
		}
	}

}
