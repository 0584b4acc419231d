package dev.quartet.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Plays the authorization server: publishes keys on the loopback address and counts who
 * asks.
 */
public final class TestIssuer implements AutoCloseable {

	private static final TestIssuer SHARED = new TestIssuer();

	private final AtomicInteger keyFetches = new AtomicInteger();

	private final int port;

	private volatile TestKeys keys = TestKeys.generate();

	private volatile @Nullable String claimedIssuer;

	private volatile boolean openIdOnly;

	private volatile boolean pageFirst;

	private volatile CountDownLatch answering = new CountDownLatch(0);

	private volatile @Nullable HttpServer server;

	public TestIssuer() {
		this.port = start(0);
	}

	/** Is the issuer that the application under test trusts. */
	public static TestIssuer trusted() {
		return SHARED;
	}

	public String url() {
		return "http://localhost:" + port;
	}

	public String keysUrl() {
		return url() + "/jwks";
	}

	public TestKeys keys() {
		return keys;
	}

	public int keyFetches() {
		return keyFetches.get();
	}

	public void rotateKeys() {
		keys = TestKeys.generate();
	}

	public void claimToBe(String issuer) {
		claimedIssuer = issuer;
	}

	public void publishOpenIdMetadataOnly() {
		openIdOnly = true;
	}

	/** Has a page for people where the first metadata is looked for. */
	public void showAPageFirst() {
		pageFirst = true;
	}

	/** Takes questions about its keys and does not answer them. */
	public void fallSilent() {
		answering = new CountDownLatch(1);
	}

	public void goAway() {
		answering.countDown();
		HttpServer running = server;
		if (running != null) {
			running.stop(0);
			server = null;
		}
	}

	public void comeBack() {
		start(port);
	}

	@Override
	public void close() {
		goAway();
	}

	private int start(int wanted) {
		try {
			HttpServer fresh = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
			fresh.createContext("/.well-known/oauth-authorization-server", (exchange) -> {
				if (openIdOnly) {
					exchange.sendResponseHeaders(404, -1);
					exchange.close();
				}
				else {
					answer(exchange, pageFirst ? "<!doctype html><title>Welcome</title>" : metadata());
				}
			});
			fresh.createContext("/.well-known/openid-configuration", (exchange) -> answer(exchange, metadata()));
			fresh.createContext("/jwks", (exchange) -> {
				keyFetches.incrementAndGet();
				awaitWord();
				answer(exchange, new JWKSet(keys.published()).toString());
			});
			fresh.start();
			server = fresh;
			return fresh.getAddress().getPort();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private void awaitWord() {
		try {
			answering.await();
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private String metadata() {
		String issuer = claimedIssuer != null ? claimedIssuer : url();
		return "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(issuer, keysUrl());
	}

	private static void answer(HttpExchange exchange, String json) throws IOException {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	/** Makes the application under test trust this issuer. */
	static class Registration implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			TestPropertyValues.of("quartet.api.issuer=" + trusted().url()).applyTo(context);
		}

	}

}
