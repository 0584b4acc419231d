package dev.quartet.app.experiments;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.quartet.app.oauth2.JsonAnswers;
import dev.quartet.app.recording.Answer;
import dev.quartet.app.recording.Part;

/**
 * Is what an answer said about a refusal, as far as it may be shown.
 *
 * @param status 0 if there was no answer
 */
record Told(int status, String error, String description) {

	/** Reads the body of an error, else its challenge. */
	static Told by(Optional<Answer> answer) {
		List<Part> parts = answer.stream().flatMap(Told::parts).toList();
		return new Told(answer.map(Answer::status).orElse(0),
				text(parts, "error").or(() -> text(parts, "oauth_problem")).orElse(""),
				text(parts, "error_description").or(() -> text(parts, "detail")).orElse(""));
	}

	Told or(String word) {
		return this.error.isEmpty() ? new Told(this.status, word, this.description) : this;
	}

	private static Stream<Part> parts(Answer answer) {
		Stream<Part> body = Optional.ofNullable(answer.body()).stream().flatMap((content) -> content.parts().stream());
		Stream<Part> headers = answer.headers()
			.stream()
			.flatMap((header) -> Optional.ofNullable(header.value().parts()).stream().flatMap(List::stream));
		return Stream.concat(body, headers);
	}

	private static Optional<String> text(List<Part> parts, String name) {
		return parts.stream()
			.filter((part) -> part.name().equals(name))
			.flatMap((part) -> Optional.ofNullable(part.value().text()).stream())
			.findFirst()
			.map(JsonAnswers::printable);
	}

}
