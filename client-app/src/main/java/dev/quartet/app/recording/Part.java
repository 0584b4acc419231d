package dev.quartet.app.recording;

/** Is one named value of a message. */
public record Part(String name, Value value) {
}
