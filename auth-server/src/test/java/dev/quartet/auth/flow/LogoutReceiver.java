package dev.quartet.auth.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Is a client's own server, which is told of sign-outs and behaves as the test wants. */
public final class LogoutReceiver implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final CountDownLatch closed = new CountDownLatch(1);

	private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

	private final List<String> tokens = new CopyOnWriteArrayList<>();

	private final List<String> strays = new CopyOnWriteArrayList<>();

	private volatile boolean hanging;

	public LogoutReceiver() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::receive);
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	public String address() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/told";
	}

	/** The next calls are answered like this, all further ones with 200. */
	public LogoutReceiver answers(Integer... statuses) {
		this.answers.addAll(List.of(statuses));
		return this;
	}

	/** Takes every call and never answers. */
	public LogoutReceiver hangs() {
		this.hanging = true;
		return this;
	}

	/** The logout tokens that have arrived. */
	public List<String> tokens() {
		return List.copyOf(this.tokens);
	}

	/** What has arrived elsewhere or in another form than the specification says. */
	public List<String> strays() {
		return List.copyOf(this.strays);
	}

	public List<String> await(int count) {
		until(() -> this.tokens.size() >= count);
		return tokens();
	}

	public static void until(BooleanSupplier condition) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				throw new AssertionError("It did not happen within " + PATIENCE);
			}
			pause();
		}
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void receive(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		boolean right = exchange.getRequestURI().getPath().equals("/told") && exchange.getRequestMethod().equals("POST")
				&& body.startsWith("logout_token=")
				&& exchange.getRequestHeaders()
					.getFirst("Content-Type")
					.startsWith("application/x-www-form-urlencoded");
		if (right) {
			this.tokens.add(URLDecoder.decode(body.substring("logout_token=".length()), StandardCharsets.UTF_8));
		}
		else {
			this.strays.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
		}
		if (this.hanging) {
			hang();
		}
		Integer status = this.answers.poll();
		exchange.getResponseHeaders().set("Location", "/elsewhere");
		exchange.sendResponseHeaders((status != null) ? status : 200, -1);
		exchange.close();
	}

	private void hang() {
		try {
			this.closed.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
