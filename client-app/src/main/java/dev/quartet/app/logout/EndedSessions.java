package dev.quartet.app.logout;

import java.time.Instant;
import java.util.List;

import dev.quartet.app.sessions.ProviderSessions;
import dev.quartet.app.signin.LeftTokens;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Ends what a provider says is over, with the tokens that nobody is left for. */
@Component
class EndedSessions {

	private final ProviderSessions sessions;

	private final LeftTokens tokens;

	EndedSessions(ProviderSessions sessions, LeftTokens tokens) {
		this.sessions = sessions;
		this.tokens = tokens;
	}

	int end(String issuer, @Nullable String subject, @Nullable String sid, Instant saidAt) {
		List<String> people = this.sessions.end(issuer, subject, sid, saidAt);
		people.stream().distinct().forEach((person) -> this.tokens.forget(issuer, person));
		return people.size();
	}

}
