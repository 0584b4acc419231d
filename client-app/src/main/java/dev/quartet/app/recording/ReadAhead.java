package dev.quartet.app.recording;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/** Is an answer whose beginning is already known, and can still be read from there. */
final class ReadAhead implements ClientHttpResponse {

	private final ClientHttpResponse response;

	private final byte[] start;

	private final InputStream whole;

	private ReadAhead(ClientHttpResponse response, byte[] start, InputStream rest) {
		this.response = response;
		this.start = start;
		this.whole = new SequenceInputStream(new ByteArrayInputStream(start), rest);
	}

	static ReadAhead of(ClientHttpResponse response, int bytes) throws IOException {
		try {
			InputStream body = response.getBody();
			return new ReadAhead(response, body.readNBytes(bytes), body);
		}
		catch (IOException ex) {
			response.close();
			throw ex;
		}
	}

	byte[] start() {
		return this.start;
	}

	@Override
	public HttpStatusCode getStatusCode() throws IOException {
		return this.response.getStatusCode();
	}

	@Override
	public String getStatusText() throws IOException {
		return this.response.getStatusText();
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.response.getHeaders();
	}

	@Override
	public InputStream getBody() {
		return this.whole;
	}

	@Override
	public void close() {
		this.response.close();
	}

}
