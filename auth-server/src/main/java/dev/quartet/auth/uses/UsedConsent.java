package dev.quartet.auth.uses;

import java.time.Instant;
import java.util.Comparator;

/** Is one permission of a person to a client, and when and where it was used. */
record UsedConsent(Key client, String scope, String by, Instant at, Use use) {

	UsedConsent latest(UsedConsent other) {
		return other.at.isAfter(this.at) ? other : this;
	}

	/** Names the person and the client, in the order in which rows are locked. */
	record Key(String userId, String clientId) implements Comparable<Key> {

		private static final Comparator<Key> ORDER = Comparator.comparing(Key::userId).thenComparing(Key::clientId);

		@Override
		public int compareTo(Key other) {
			return ORDER.compare(this, other);
		}

	}

}
