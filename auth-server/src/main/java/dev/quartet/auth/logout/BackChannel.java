package dev.quartet.auth.logout;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
	boolean send(URI address, String token) {
		HttpRequest request = HttpRequest.newBuilder(address)
			.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_FORM_URLENCODED_VALUE)
			.POST(HttpRequest.BodyPublishers.ofString("logout_token=" + token))
			.build();
		CompletableFuture<HttpResponse<Void>> call = this.http.sendAsync(request,
				HttpResponse.BodyHandlers.discarding());
		try {
			return hasTaken(call.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).statusCode());
		}
		catch (ExecutionException | TimeoutException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		finally {
			call.cancel(true);
		}
	}

	// Some frameworks answer a post without content with 204 (§2.8).
	private static boolean hasTaken(int status) {
		return status == 200 || status == 204;
	}

}
