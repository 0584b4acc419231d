package dev.quartet.app.flow;

/**
 * Says in plain words what something is.
 *
 * @param title its name for people; empty where its own name does
 */
record Explanation(String title, String text, Clause clause) {
}
