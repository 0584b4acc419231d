package dev.quartet.app.recording;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Is everything that was written down of one flow.
 *
 * @param provider the registry's name of the provider
 * @param kind {@code oidc}, {@code oauth2} or {@code oauth1}
 * @param outcome how it ended; null while nobody knows
 * @param findings what was found out with it; null if nothing was asked
 * @param cut whether there were more messages than are kept
 */
public record Recording(String id, String provider, String kind, Instant startedAt, @Nullable String outcome,
		@Nullable String findings, boolean cut, List<Message> messages) {
}
