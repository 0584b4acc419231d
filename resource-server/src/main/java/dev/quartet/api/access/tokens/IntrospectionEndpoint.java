package dev.quartet.api.access.tokens;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.quartet.api.access.keys.IssuerAway;
import dev.quartet.api.access.keys.IssuerMetadata;
import dev.quartet.api.access.keys.ShortAnswers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Is where an issuer tells what a token stands for (RFC 7662 §2). */
final class IntrospectionEndpoint {

	private static final Logger log = LoggerFactory.getLogger(IntrospectionEndpoint.class);

	private static final int MAX_BYTES = 64 * 1024;

	static final int MOST_AT_ONCE = 64;

	private final Semaphore places = new Semaphore(MOST_AT_ONCE);

	private final String issuer;

	private final String credentials;

	private volatile @Nullable URI address;

	private volatile boolean failing;

	IntrospectionEndpoint(IssuerSettings settings) {
		this.issuer = settings.issuer();
		this.address = settings.introspectionUri();
		// Both parts are encoded before they are joined (RFC 6749 §2.3.1).
		String pair = encoded(Objects.requireNonNull(settings.clientId())) + ":"
				+ encoded(Objects.requireNonNull(settings.clientSecret()));
		this.credentials = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
	}

	/** Is empty for a token that is not active. */
	Optional<Claims> ask(String token) {
		// Anybody may bring tokens to ask about: they must not take all threads.
		if (!places.tryAcquire()) {
			throw away("too many questions at once");
		}
		try {
			Optional<Claims> answer = claims(JSONObjectUtils.parse(ShortAnswers.to(question(token), MAX_BYTES)));
			failing = false;
			return answer;
		}
		catch (IOException | ParseException | IllegalArgumentException failure) {
			throw away(failure.getClass().getSimpleName() + ": " + failure.getMessage());
		}
		finally {
			places.release();
		}
	}

	private HttpRequest.Builder question(String token) throws IOException, ParseException {
		return HttpRequest.newBuilder(address())
			.header("Authorization", credentials)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Accept", "application/json")
			.POST(BodyPublishers.ofString("token=" + encoded(token) + "&token_type_hint=access_token"));
	}

	private URI address() throws IOException, ParseException {
		URI known = address;
		if (known == null) {
			known = new IssuerMetadata(issuer).address("introspection_endpoint");
			address = known;
		}
		return known;
	}

	private static Optional<Claims> claims(Map<String, Object> answer) throws ParseException {
		if (!(answer.get("active") instanceof Boolean active)) {
			throw new ParseException("its answer does not say whether the token is active", 0);
		}
		Map<String, Object> claims = new HashMap<>(answer);
		claims.remove("active");
		return active ? Optional.of(new Claims(claims)) : Optional.empty();
	}

	private IssuerAway away(String reason) {
		if (!failing) {
			failing = true;
			log.warn("{} cannot be asked about tokens: {}", issuer, reason);
		}
		return new IssuerAway("The issuer cannot be asked");
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
