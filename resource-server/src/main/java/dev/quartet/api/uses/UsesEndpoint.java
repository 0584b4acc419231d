package dev.quartet.api.uses;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.quartet.api.access.AccessSettings;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Is where the issuer takes reports; it learns nothing but what each use needs. */
final class UsesEndpoint {

	/** What it takes at a time. */
	static final int MOST = 1000;

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);

	private final RestClient http;

	UsesEndpoint(AccessSettings access, ReportSettings settings) {
		HttpClient client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(CONNECT_TIMEOUT)
			.followRedirects(HttpClient.Redirect.NEVER)
			.build();
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
		requests.setReadTimeout(READ_TIMEOUT);
		// Both parts are encoded before they are joined (RFC 6749 §2.3.1).
		this.http = RestClient.builder()
			.requestFactory(requests)
			.baseUrl(access.issuer() + "/oauth2/uses")
			.defaultHeaders(
					(headers) -> headers.setBasicAuth(encoded(settings.clientId()), encoded(settings.clientSecret())))
			.build();
	}

	/** Answers with which status it took them, or did not. */
	HttpStatusCode send(Map<UsedScope, Instant> uses) {
		List<Map<String, String>> list = uses.entrySet()
			.stream()
			.map((use) -> Map.of("grant_id", use.getKey().grantId(), "scope", use.getKey().scope(), "used_at",
					use.getValue().toString()))
			.toList();
		return http.post()
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("uses", list))
			.exchangeForRequiredValue((request, response) -> response.getStatusCode());
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
