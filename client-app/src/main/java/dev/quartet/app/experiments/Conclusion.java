package dev.quartet.app.experiments;

/**
 * Is what is kept with the recording.
 *
 * @param texts the key of the fault's texts
 */
record Conclusion(String texts, Verdict verdict) {
}
