package dev.quartet.auth.logout;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Brings a logout token to a client (OpenID Connect Back-Channel Logout §2.5). */
@Component
class BackChannel {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	// Whoever redirects could send the token anywhere.
	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(PATIENCE)
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	/** Whether the client has taken the token, within five seconds in any case. */
	CompletableFuture<Boolean> send(URI address, String token) {
		HttpRequest request = HttpRequest.newBuilder(address)
			.timeout(PATIENCE)
			.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_FORM_URLENCODED_VALUE)
			.POST(HttpRequest.BodyPublishers.ofString("logout_token=" + token))
			.build();
		CompletableFuture<HttpResponse<Void>> call = this.http.sendAsync(request,
				HttpResponse.BodyHandlers.discarding());
		return call.copy().orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).handle((response, failure) -> {
			call.cancel(true);
			return hasTaken(response);
		});
	}

	// Some frameworks answer a post without content with 204 (§2.8).
	private static boolean hasTaken(@Nullable HttpResponse<Void> response) {
		return response != null && (response.statusCode() == 200 || response.statusCode() == 204);
	}

}
