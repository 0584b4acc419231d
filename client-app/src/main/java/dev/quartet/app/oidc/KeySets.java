package dev.quartet.app.oidc;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.JsonAnswers;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Keeps the keys of each provider: a key nobody knows is looked for once in a while, not
 * once for each forged token, and an outage does not forget the known ones.
 */
@Component
class KeySets {

	private static final long FRESH = Duration.ofMinutes(15).toMillis();

	private static final long PATIENCE = Duration.ofSeconds(10).toMillis();

	/** Two look-ups are allowed in each of these. */
	private static final long INTERVAL = Duration.ofSeconds(30).toMillis();

	private static final long OUTAGE = Duration.ofHours(4).toMillis();

	private static final int LARGEST = 256 * 1024;

	private final Map<String, JWKSource<SecurityContext>> sources = new ConcurrentHashMap<>();

	private final RestClient http;

	KeySets(ClientHttpRequestFactory outbound) {
		this.http = RestClient.builder().requestFactory(outbound).build();
	}

	JWKSource<SecurityContext> at(String jwksUri) {
		return this.sources.computeIfAbsent(jwksUri, this::source);
	}

	private JWKSource<SecurityContext> source(String jwksUri) {
		return JWKSourceBuilder.create(url(jwksUri), retriever())
			.cache(FRESH, PATIENCE)
			.refreshAheadCache(false)
			.rateLimited(INTERVAL)
			.outageTolerant(OUTAGE)
			.build();
	}

	private ResourceRetriever retriever() {
		return (url) -> {
			try {
				byte[] body = this.http.get().uri(URI.create(url.toString())).exchange((request, response) -> {
					if (response.getStatusCode().value() != 200) {
						throw new IOException("The keys' address answered " + response.getStatusCode().value());
					}
					return response.getBody().readNBytes(LARGEST);
				});
				return new Resource(new String((body != null) ? body : new byte[0], StandardCharsets.UTF_8),
						"application/json");
			}
			catch (RestClientException ex) {
				throw new IOException(JsonAnswers.printable(ex.getMessage()), ex);
			}
		};
	}

	private static URL url(String jwksUri) {
		try {
			return URI.create(jwksUri).toURL();
		}
		catch (MalformedURLException | IllegalArgumentException ex) {
			throw new AnswerRefused(Discovery.MISCONFIGURED, "jwks_uri is no address");
		}
	}

}
