package dev.quartet.auth.authorizations;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a person answered to a device: who she is and what she allowed, or that she
 * denied.
 */
record DeviceAnswer(@Nullable SignIn signIn, Set<String> allowed) {

	static DeviceAnswer denied() {
		return new DeviceAnswer(null, Set.of());
	}

}
