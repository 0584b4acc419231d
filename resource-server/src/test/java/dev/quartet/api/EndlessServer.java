package dev.quartet.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Takes every question and comes to the end of no answer. */
public final class EndlessServer implements AutoCloseable {

	private static final byte[] HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"
		.getBytes(StandardCharsets.US_ASCII);

	private static final long MILLIS_BETWEEN_BYTES = 20;

	private final ServerSocket server;

	private final boolean talking;

	private final CountDownLatch hungUp = new CountDownLatch(1);

	private EndlessServer(boolean talking) {
		this.talking = talking;
		try {
			this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		inBackground(this::accept);
	}

	/** Starts one that says nothing at all. */
	public static EndlessServer silent() {
		return new EndlessServer(false);
	}

	/** Starts one that says one byte after the other. */
	public static EndlessServer talking() {
		return new EndlessServer(true);
	}

	public URI address() {
		return URI.create("http://localhost:" + server.getLocalPort() + "/");
	}

	/** Answers whether somebody who had asked has closed the connection. */
	public boolean isHungUp() throws InterruptedException {
		return hungUp.await(1, TimeUnit.MINUTES);
	}

	private void accept() {
		while (!server.isClosed()) {
			try {
				Socket caller = server.accept();
				inBackground(() -> answer(caller));
			}
			catch (IOException closed) {
				return;
			}
		}
	}

	private void answer(Socket caller) {
		try (caller; InputStream question = caller.getInputStream(); OutputStream answer = caller.getOutputStream()) {
			if (talking) {
				talk(question, answer);
			}
			question.transferTo(OutputStream.nullOutputStream());
			hungUp.countDown();
		}
		catch (IOException gone) {
			hungUp.countDown();
		}
	}

	private static void talk(InputStream question, OutputStream answer) throws IOException {
		question.readNBytes(1);
		answer.write(HEAD);
		try {
			while (true) {
				answer.write(' ');
				Thread.sleep(MILLIS_BETWEEN_BYTES);
			}
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private static void inBackground(Runnable task) {
		Thread thread = new Thread(task, "endless-server");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		server.close();
	}

}
