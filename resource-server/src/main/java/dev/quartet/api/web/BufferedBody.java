package dev.quartet.api.web;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** Gives handlers a body that was read already. */
final class BufferedBody extends HttpServletRequestWrapper {

	private final ServletInputStream body;

	BufferedBody(HttpServletRequest request, byte[] body) {
		super(request);
		this.body = new Bytes(body);
	}

	@Override
	public ServletInputStream getInputStream() {
		return body;
	}

	@Override
	public BufferedReader getReader() {
		return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
	}

	/** Reads from memory what came from the network. */
	private static final class Bytes extends ServletInputStream {

		private final ByteArrayInputStream bytes;

		Bytes(byte[] bytes) {
			this.bytes = new ByteArrayInputStream(bytes);
		}

		@Override
		public int read() {
			return bytes.read();
		}

		@Override
		public int read(byte[] target, int offset, int length) {
			return bytes.read(target, offset, length);
		}

		@Override
		public boolean isFinished() {
			return bytes.available() == 0;
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setReadListener(ReadListener listener) {
			throw new UnsupportedOperationException("The body is not read asynchronously");
		}

	}

}
