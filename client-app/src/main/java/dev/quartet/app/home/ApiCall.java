package dev.quartet.app.home;

import dev.quartet.app.api.ApiUnreachable;
import dev.quartet.app.api.Greeting;
import dev.quartet.app.api.NotLinked;
import dev.quartet.app.api.PermissionMissing;
import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.tokens.TokensRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Calls the API for the home page, which must show whatever comes of it. */
@Component
class ApiCall {

	private static final Logger log = LoggerFactory.getLogger(ApiCall.class);

	private final Greeting greeting;

	ApiCall(Greeting greeting) {
		this.greeting = greeting;
	}

	Outcome make() {
		try {
			return new Outcome(true, this.greeting.message());
		}
		catch (TokensRefused ex) {
			return failed("refused", ex);
		}
		catch (NotLinked ex) {
			return failed("not-linked", ex);
		}
		catch (PermissionMissing ex) {
			return failed("forbidden", ex);
		}
		catch (ApiUnreachable | ProviderSilent | AnswerRefused | RestClientException ex) {
			return failed("unreachable", ex);
		}
	}

	private static Outcome failed(String reason, RuntimeException failure) {
		log.info("The home page's call failed: {}", failure.getMessage());
		return new Outcome(false, reason);
	}

	/**
	 * What came of the call.
	 *
	 * @param answered whether the API accepted it
	 * @param text the API's message, or the key of a reason
	 */
	record Outcome(boolean answered, String text) {
	}

}
