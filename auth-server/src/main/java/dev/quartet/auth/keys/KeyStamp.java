package dev.quartet.auth.keys;

import java.time.Instant;

/** Is the part of a key that may change. */
record KeyStamp(String kid, KeyState state, Instant signsFrom) {
}
