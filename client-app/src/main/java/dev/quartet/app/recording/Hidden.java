package dev.quartet.app.recording;

/**
 * Stands for a secret: enough to recognise the same one in two messages of a recording,
 * never enough to use it.
 *
 * @param kind what it is, mostly the name of its parameter
 * @param length its length in characters; 0 where even that is not told
 * @param fingerprint the beginning of its SHA-256, salted with the recording; empty where
 * the secret may be guessable
 */
public record Hidden(String kind, int length, String fingerprint) {
}
