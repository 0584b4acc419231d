package dev.quartet.e2e;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import static java.util.Map.entry;

/**
 * Is a provider of OAuth 1.0a that nobody here wrote: npm's oauthorize, whose signatures
 * passport-http-oauth verifies. It knows alice and bob, whose names are their passwords.
 */
final class OAuth1Provider implements AutoCloseable {

	/** Characters that have to be encoded, and then encoded once more. */
	private static final String CONSUMER_KEY = "quartet app";

	private static final String CONSUMER_SECRET = "0f8c&kept/by+both%sides";

	private final NodeServer server = new NodeServer("oauth1-provider",
			Map.of("CONSUMER_KEY", CONSUMER_KEY, "CONSUMER_SECRET", CONSUMER_SECRET));

	URI address() {
		return this.server.address();
	}

	/**
	 * What the client application has to be told, as variables of its environment.
	 * @param name the entry's name in the registry, one word
	 * @param signatureMethod {@code HMAC-SHA1} or {@code HMAC-SHA256}
	 */
	Map<String, String> registered(String name, String signatureMethod) {
		Map<String, String> settings = Map.ofEntries(entry("CLIENT_ID", CONSUMER_KEY),
				entry("CLIENT_SECRET", CONSUMER_SECRET), entry("REQUEST_TOKEN_URL", address() + "/oauth/request_token"),
				entry("AUTHORIZE_URL", address() + "/oauth/authenticate"),
				entry("ACCESS_TOKEN_URL", address() + "/oauth/access_token"),
				entry("API_BASE_URL", address() + "/1.1/"),
				entry("PROFILE_URL", "account/verify_credentials.json?skip_status=true"),
				entry("PROFILE_SUBJECT", "id_str"), entry("PROFILE_NAME", "name"),
				entry("PROFILE_USERNAME", "screen_name"), entry("SIGNATURE_METHOD", signatureMethod));
		return settings.entrySet()
			.stream()
			.collect(Collectors.toMap((setting) -> name.toUpperCase(Locale.ROOT) + "_" + setting.getKey(),
					Map.Entry::getValue));
	}

	/** What it refused so far: status, problem and path of each. */
	List<String> refusals() {
		return this.server.said("refused ").toList();
	}

	@Override
	public void close() {
		this.server.close();
	}

}
