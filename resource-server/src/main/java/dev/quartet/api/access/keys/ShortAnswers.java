package dev.quartet.api.access.keys;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks issuers, and hangs up on answers that come late, are long, never end or lead
 * elsewhere.
 */
public final class ShortAnswers {

	private static final Logger log = LoggerFactory.getLogger(ShortAnswers.class);

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private static final int OK = 200;

	private static final HttpClient HTTP = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(TIMEOUT)
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	private ShortAnswers() {
	}

	/** Answers with the body of a successful answer. */
	public static String to(HttpRequest.Builder question, int mostBytes) throws IOException {
		try {
			long end = System.nanoTime() + TIMEOUT.toNanos();
			return read(HTTP.send(question.timeout(TIMEOUT).build(), BodyHandlers.ofInputStream()), end, mostBytes);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", interrupted);
		}
	}

	private static String read(HttpResponse<InputStream> response, long end, int mostBytes) throws IOException {
		try (InputStream body = response.body()) {
			// The request's own timeout ends where the body begins.
			CompletableFuture.delayedExecutor(end - System.nanoTime(), TimeUnit.NANOSECONDS)
				.execute(() -> closeQuietly(body));
			if (response.statusCode() != OK) {
				throw new IOException("it answers " + response.statusCode());
			}
			byte[] bytes = body.readNBytes(mostBytes + 1);
			if (bytes.length > mostBytes) {
				throw new IOException("its answer is too long");
			}
			return new String(bytes, StandardCharsets.UTF_8);
		}
	}

	private static void closeQuietly(InputStream body) {
		try {
			body.close();
		}
		catch (IOException closed) {
			log.debug("An answer could not be closed", closed);
		}
	}

}
