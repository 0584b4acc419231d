package dev.quartet.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;

/** Is a site of somebody else, with the pages that a journey gives it. */
final class OtherSite implements AutoCloseable {

	private final HttpServer server;

	OtherSite() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.start();
	}

	/** Its address, at the host by which the browser knows this machine. */
	String at(String host, String path) {
		return "http://" + host + ":" + this.server.getAddress().getPort() + path;
	}

	/** Answers everything below the path with this. */
	OtherSite serves(String path, String body) {
		byte[] page = ("<!DOCTYPE html><html lang=\"en\"><title>Other site</title>" + body)
			.getBytes(StandardCharsets.UTF_8);
		this.server.createContext(path, (exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
			exchange.sendResponseHeaders(200, page.length);
			exchange.getResponseBody().write(page);
			exchange.close();
		});
		return this;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
