package dev.quartet.app.flow;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.quartet.app.recording.Answer;
import dev.quartet.app.recording.Body;
import dev.quartet.app.recording.Message;
import dev.quartet.app.recording.Part;
import dev.quartet.app.recording.Party;
import org.jspecify.annotations.Nullable;

/**
 * Is a message as the page shows it.
 *
 * @param number its place in the flow, from 1
 * @param step what it is for
 * @param about the same in words
 * @param from who sent it
 * @param after how long after the beginning of the flow
 * @param took how long the answer took; empty for what travels through the browser
 * @param asked the tables of what was sent
 * @param answered the tables of the answer
 * @param curl how to send it by hand
 */
record MessageView(int number, Step step, Explanation about, Message message, Party from, String after, String took,
		List<Section> asked, List<Section> answered, String curl) {

	static MessageView of(Catalogue catalogue, int number, Message message, Instant start) {
		Step step = Step.of(message);
		return new MessageView(number, step, catalogue.step(step), message, from(message), after(message, start),
				message.front() ? "" : String.format(Locale.ROOT, "%.1f ms", message.micros() / 1000.0),
				asked(catalogue, message), answered(catalogue, step, message.answer()), Curl.of(message));
	}

	/** The address without its host, for where there is little room. */
	public String path() {
		try {
			String path = URI.create(this.message.address()).getRawPath();
			return (path == null || path.isEmpty()) ? "/" : path;
		}
		catch (IllegalArgumentException ex) {
			return this.message.address();
		}
	}

	/** What came back, in a word. */
	public String result() {
		Answer answer = this.message.answer();
		if (answer != null) {
			return String.valueOf(answer.status());
		}
		return this.message.front() ? "" : String.valueOf(this.message.failure());
	}

	public boolean isRefused() {
		Answer answer = this.message.answer();
		return this.step == Step.AUTHORIZATION_REFUSAL || this.message.failure() != null
				|| (answer != null && answer.status() >= 400);
	}

	private static Party from(Message message) {
		if (!message.front()) {
			return Party.CLIENT;
		}
		return (message.to() == Party.PROVIDER) ? Party.CLIENT : Party.PROVIDER;
	}

	private static String after(Message message, Instant start) {
		return String.format(Locale.ROOT, "%.2f s",
				Math.max(0, Duration.between(start, message.at()).toMillis()) / 1000.0);
	}

	private static List<Section> asked(Catalogue catalogue, Message message) {
		List<Section> sections = new ArrayList<>();
		add(sections, "query", Row.of(catalogue, "parameters", message.query()), null);
		add(sections, "headers", Row.of(catalogue, "headers", message.headers()), null);
		add(sections, "form", body(catalogue, "parameters", message.body()), message.body());
		return List.copyOf(sections);
	}

	private static List<Section> answered(Catalogue catalogue, Step step, @Nullable Answer answer) {
		List<Section> sections = new ArrayList<>();
		if (answer != null) {
			add(sections, "answer-headers", Row.of(catalogue, "headers", answer.headers()), null);
			String area = (answer.status() >= 400 && step != Step.API_CALL) ? "parameters" : step.answerArea();
			add(sections, "answer", body(catalogue, area, answer.body()), answer.body());
		}
		return List.copyOf(sections);
	}

	private static List<Row> body(Catalogue catalogue, String area, @Nullable Body body) {
		List<Part> parts = (body != null) ? body.parts() : List.of();
		return Row.of(catalogue, area, parts);
	}

	private static void add(List<Section> sections, String name, List<Row> rows, @Nullable Body body) {
		Body.Omission omitted = (body != null) ? body.omitted() : null;
		if (!rows.isEmpty() || omitted != null) {
			sections.add(new Section(name, rows, (omitted != null) ? omitted.name().toLowerCase(Locale.ROOT) : "",
					(body != null) ? body.bytes() : 0));
		}
	}

	/**
	 * Is one table.
	 *
	 * @param name the key of its heading
	 * @param omitted why something is missing; empty if nothing is
	 * @param bytes how long the content was
	 */
	record Section(String name, List<Row> rows, String omitted, int bytes) {

		private static final int LONG = 14;

		/** Long tables are folded. */
		public boolean isLong() {
			return this.rows.size() > LONG;
		}

	}

}
