package dev.quartet.app.recording;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import dev.quartet.app.outbound.OutboundHook;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.InterceptingClientHttpRequestFactory;

/** Writes down the calls of threads that have a batch, and leaves all others alone. */
final class RecordedCalls implements OutboundHook {

	private final Batches batches;

	private final String api;

	private final Clock clock;

	RecordedCalls(Batches batches, ApiAddress api, Clock clock) {
		this.batches = batches;
		this.api = api.url();
		this.clock = clock;
	}

	@Override
	public ClientHttpRequestFactory around(ClientHttpRequestFactory calls) {
		return (address, method) -> {
			Optional<Batch> batch = this.batches.current();
			return batch.isEmpty() ? calls.createRequest(address, method)
					: new InterceptingClientHttpRequestFactory(calls, List.of(into(batch.get()))).createRequest(address,
							method);
		};
	}

	private ClientHttpRequestInterceptor into(Batch batch) {
		return (request, body, execution) -> call(batch, request, body, execution);
	}

	private ClientHttpResponse call(Batch batch, HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		Instant at = this.clock.instant();
		long started = System.nanoTime();
		Asked asked = Asked.of(batch, request, body);
		try {
			ReadAhead response = ReadAhead.of(execution.execute(request, body), Contents.MOST_BYTES + 1);
			long micros = microsSince(started);
			Answer answer = new Answer(response.getStatusCode().value(),
					new HeaderParts(batch.redaction()).answered(response.getHeaders()), batch.body(response.start()));
			batch.add(asked.message(partyAt(request.getURI()), at, answer, null, micros));
			return response;
		}
		catch (IOException ex) {
			String failure = (ex instanceof HttpTimeoutException) ? "timeout" : "unreachable";
			batch.add(asked.message(partyAt(request.getURI()), at, null, failure, microsSince(started)));
			throw ex;
		}
	}

	private Party partyAt(URI address) {
		return address.toString().startsWith(this.api) ? Party.API : Party.PROVIDER;
	}

	private static long microsSince(long started) {
		return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - started);
	}

	/** The half of a message that is known before it leaves. */
	private record Asked(String method, String address, List<Part> query, List<Part> headers, @Nullable Body body) {

		static Asked of(Batch batch, HttpRequest request, byte[] body) {
			String address = request.getURI().toString();
			List<Part> query = batch.redaction().query(address);
			return new Asked(request.getMethod().name(), batch.redaction().address(address), query,
					new HeaderParts(batch.redaction()).asked(request.getHeaders()), batch.body(body));
		}

		Message message(Party to, Instant at, @Nullable Answer answer, @Nullable String failure, long micros) {
			return new Message(false, to, at, this.method, this.address, this.query, this.headers, this.body, answer,
					failure, micros);
		}

	}

}
