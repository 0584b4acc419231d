package dev.quartet.auth.registration;

import java.io.PrintStream;
import java.util.List;

import dev.quartet.auth.commands.Command;

/** Does what an operator asks of the registration and says what came of it. */
class RegistrationOperator {

	private final InitialAccessTokens tokens;

	RegistrationOperator(InitialAccessTokens tokens) {
		this.tokens = tokens;
	}

	/**
	 * Writes the token to the one stream, for a script, and words for people to the
	 * other.
	 */
	int run(List<String> words, PrintStream result, PrintStream advice) {
		TokenOrder order = TokenOrder.of(words).orElseThrow();
		result.println(this.tokens.issue(order.scope(), order.uses(), order.life()));
		advice.printf("This initial access token is shown only once. It registers %d client(s) within %s.%n",
				order.uses(), order.life());
		return Command.DONE;
	}

}
