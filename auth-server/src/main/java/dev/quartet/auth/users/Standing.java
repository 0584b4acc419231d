package dev.quartet.auth.users;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Says whether a person may still be signed in. */
public record Standing(@Nullable Instant disabledAt, @Nullable Instant passwordChangedAt) {

	/** Whether who signed in then may go on. */
	public boolean allows(Instant signedInAt) {
		return this.disabledAt == null
				&& (this.passwordChangedAt == null || !this.passwordChangedAt.isAfter(signedInAt));
	}

}
