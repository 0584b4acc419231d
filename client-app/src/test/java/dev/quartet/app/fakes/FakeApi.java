package dev.quartet.app.fakes;

import java.io.IOException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;

/** Is a small notes API that accepts the fake server's access tokens. */
public final class FakeApi extends FakeServer {

	private final ConcurrentSkipListMap<String, Map<String, Object>> notes = new ConcurrentSkipListMap<>();

	private final AtomicInteger ids = new AtomicInteger();

	private final AtomicInteger versions = new AtomicInteger();

	private final FakeProvider provider;

	/** Zero to behave, else what every call is answered with. */
	public volatile int status;

	/** What every answer's header has besides. */
	public final Map<String, String> headers = new ConcurrentHashMap<>();

	/** The header of the last call. */
	public volatile Map<String, String> received = Map.of();

	/** Method and address of the last call. */
	public volatile String called = "";

	public FakeApi(FakeProvider provider) {
		this.provider = provider;
	}

	public void clear() {
		this.notes.clear();
		this.headers.clear();
		this.status = 0;
	}

	@Override
	void handle(HttpExchange exchange) throws IOException {
		this.called = exchange.getRequestMethod() + " " + exchange.getRequestURI();
		this.received = exchange.getRequestHeaders()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (header) -> String.join(", ", header.getValue())));
		this.headers.forEach(exchange.getResponseHeaders()::set);
		String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
		String[] path = exchange.getRequestURI().getPath().split("/", -1);
		if (this.status != 0) {
			json(exchange, this.status, Map.of("title", "Set by the test"));
		}
		else if (!this.provider.accepts(authorization.replaceFirst("^Bearer ", ""))) {
			json(exchange, 401, Map.of());
		}
		else if ("protected".equals(path[1])) {
			json(exchange, 200, Map.of("message", "Hello, alice! This is a protected route."));
		}
		else if (path.length == 2) {
			all(exchange);
		}
		else {
			one(exchange, path[2]);
		}
	}

	private void all(HttpExchange exchange) throws IOException {
		if ("POST".equals(exchange.getRequestMethod())) {
			String id = String.format("00000000-0000-0000-0000-%012d", this.ids.incrementAndGet());
			save(exchange, id, 201);
			return;
		}
		List<Object> newestFirst = new ArrayList<>(this.notes.descendingMap().values());
		json(exchange, 200, Map.of("notes", newestFirst, "page", 0, "size", 20, "total", newestFirst.size()));
	}

	private void one(HttpExchange exchange, String id) throws IOException {
		Map<String, Object> note = this.notes.get(id);
		if (note == null) {
			json(exchange, 404, Map.of());
			return;
		}
		if (!"GET".equals(exchange.getRequestMethod()) && !hasSeen(exchange, note)) {
			return;
		}
		switch (exchange.getRequestMethod()) {
			case "PUT" -> save(exchange, id, 200);
			case "DELETE" -> {
				this.notes.remove(id);
				exchange.sendResponseHeaders(204, -1);
			}
			default -> json(exchange, 200, note);
		}
	}

	private boolean hasSeen(HttpExchange exchange, Map<String, Object> note) throws IOException {
		String seen = exchange.getRequestHeaders().getFirst("If-Match");
		boolean current = "*".equals(seen) || ("\"" + note.get("version") + "\"").equals(seen);
		if (!current) {
			json(exchange, seen == null ? 428 : 412, Map.of());
		}
		return current;
	}

	private void save(HttpExchange exchange, String id, int answer) throws IOException {
		try {
			Map<String, Object> draft = JSONObjectUtils.parse(body(exchange));
			Map<String, Object> note = Map.of("id", id, "title", draft.get("title"), "text", draft.get("text"),
					"createdAt", "2026-01-02T03:04:05Z", "changedAt", "2026-01-02T03:04:05Z", "version",
					this.versions.incrementAndGet());
			this.notes.put(id, note);
			json(exchange, answer, note);
		}
		catch (ParseException ex) {
			json(exchange, 400, Map.of());
		}
	}

}
