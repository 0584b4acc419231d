package dev.quartet.auth.consents;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Says for how long a person lets a client have what she allows. */
public enum HowLong {

	/** For what she is doing right now: the next time she is asked again. */
	ONCE(Duration.ofHours(1)),

	/** Until she signs out in this browser. */
	SESSION(Duration.ofHours(24)),

	MONTH(Duration.ofDays(30)),

	/** Until she takes it back. */
	REVOKED(null);

	private final @Nullable Duration limit;

	HowLong(@Nullable Duration limit) {
		this.limit = limit;
	}

	/** The word in forms, receipts and the database. */
	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** When it ends if nobody ends it before; null for never. */
	@Nullable Instant end(Instant from) {
		return (this.limit != null) ? from.plus(this.limit) : null;
	}

	/** Whether a later request may be answered by it without asking. */
	boolean isRemembered() {
		return this != ONCE;
	}

	static Optional<HowLong> of(String value) {
		return Arrays.stream(values()).filter((one) -> one.value().equals(value)).findFirst();
	}

}
