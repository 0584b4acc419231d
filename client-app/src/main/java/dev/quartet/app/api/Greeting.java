package dev.quartet.app.api;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Asks the API's protected route, the shortest proof that the token is accepted there.
 */
@Component
public class Greeting {

	private final RestClient api;

	Greeting(RestClient api) {
		this.api = api;
	}

	public String message() {
		Answer answer = this.api.get().uri("/protected").retrieve().body(Answer.class);
		if (answer == null) {
			throw new ApiUnreachable("Empty answer of /protected");
		}
		return answer.message();
	}

	/** What the API answers. */
	private record Answer(String message) {
	}

}
