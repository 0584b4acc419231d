package dev.quartet.auth.authorize;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.quartet.auth.assertions.RequestObjectRefused;
import dev.quartet.auth.assertions.RequestObjects;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.clients.QuartetClientSettings;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Decides what a client asks for that says so in a request object (RFC 9101 §6.3, OpenID
 * Connect Core §6.1).
 */
@Component
class RequestObjectReader {

	static final String PARAMETER = "request";

	/** As long as a consent page waits, a person may take to sign in. */
	private static final Duration TIME_TO_SIGN_IN = Duration.ofMinutes(15);

	private final RequestObjects objects;

	private final InteractionMarks marks;

	private final Clock clock;

	RequestObjectReader(RequestObjects objects, InteractionMarks marks, Clock clock) {
		this.objects = objects;
		this.marks = marks;
		this.clock = clock;
	}

	/**
	 * Gives the parameters that count. What is signed wins; nothing else counts at all
	 * for a client that promised to sign, beside a pushed object (RFC 9126 §3) and beside
	 * one whose type says so (RFC 9101 §6.3).
	 */
	Map<String, List<String>> read(Map<String, List<String>> sent, RegisteredClient client, boolean pushed) {
		String object = SentParameters.first(sent, PARAMETER).orElseThrow();
		Map<String, List<String>> signed = SignedParameters.of(this.objects.open(object, client, goodAt(sent)));
		Optional<String> type = SentParameters.first(signed, "response_type");
		if (type.isPresent() && SentParameters.first(sent, "response_type")
			.filter((sentOne) -> !sentOne.equals(type.get()))
			.isPresent()) {
			throw new RequestObjectRefused("response_type inside differs from the one outside");
		}
		Map<String, List<String>> all = merged(sent, signed, client, pushed);
		// In a form it would pass for the answer to a consent page.
		if (SentParameters.first(all, "response_type").isEmpty()) {
			throw new RequestObjectRefused("response_type is missing");
		}
		if (!UnreadableRequests.isAddress(SentParameters.first(all, "redirect_uri").orElse(null))) {
			throw new RequestObjectRefused("redirect_uri inside is not an address");
		}
		return all;
	}

	/** The same for pages, which show it and prove nothing. */
	static Map<String, List<String>> look(Map<String, List<String>> sent, RegisteredClient client) {
		Map<String, Object> claims = SentParameters.first(sent, PARAMETER).map(RequestObjects::read).orElse(Map.of());
		return merged(sent, SignedParameters.of(claims), client, false);
	}

	private static Map<String, List<String>> merged(Map<String, List<String>> sent, Map<String, List<String>> signed,
			RegisteredClient client, boolean pushed) {
		boolean signedOnly = pushed
				|| SentParameters.first(sent, PARAMETER).filter(RequestObjects::countsAlone).isPresent()
				|| QuartetClientSettings.further(client).flag(MetadataField.REQUIRE_SIGNED_REQUEST_OBJECT);
		Map<String, List<String>> all = new LinkedHashMap<>(signedOnly ? Map.of() : sent);
		all.putAll(signed);
		all.put("client_id", List.of(client.getClientId()));
		SentParameters.first(sent, PARAMETER).ifPresent((object) -> all.put(PARAMETER, List.of(object)));
		return all;
	}

	// A person who was sent to sign in comes back with what was good when she went.
	private Instant goodAt(Map<String, List<String>> sent) {
		Instant now = this.clock.instant();
		return this.marks.read(sent)
			.flatMap(InteractionMark::askedAt)
			.filter((asked) -> !asked.isAfter(now) && asked.plus(TIME_TO_SIGN_IN).isAfter(now))
			.orElse(now);
	}

}
