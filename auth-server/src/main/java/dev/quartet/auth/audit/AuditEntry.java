package dev.quartet.auth.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Is one event of the audit trail, as the person concerned may read it. */
public record AuditEntry(Instant at, UUID id, String type, @Nullable String clientId, @Nullable String detail) {

	/** Names its place in the trail, for an address. */
	public String place() {
		return new Place(this.at, this.id).toString();
	}

	/**
	 * Is where a page of the trail ends: a time, and which of those that happened then.
	 */
	record Place(Instant at, UUID id) {

		/** Not every database keeps later times, and nothing happens so late. */
		private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

		/** Nothing if it names none. */
		static Optional<Place> of(String text) {
			String[] parts = text.split("_", 2);
			try {
				Instant at = Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS);
				boolean stored = parts.length == 2 && !at.isBefore(Instant.EPOCH) && at.isBefore(LATEST);
				return stored ? Optional.of(new Place(at, UUID.fromString(parts[1]))) : Optional.empty();
			}
			catch (IllegalArgumentException | ArithmeticException | DateTimeException ex) {
				return Optional.empty();
			}
		}

		@Override
		public String toString() {
			return ChronoUnit.MICROS.between(Instant.EPOCH, this.at) + "_" + this.id;
		}

	}

}
