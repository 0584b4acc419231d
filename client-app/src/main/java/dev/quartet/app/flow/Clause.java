package dev.quartet.app.flow;

/** Is where a specification says it. */
record Clause(String label, String href) {
}
