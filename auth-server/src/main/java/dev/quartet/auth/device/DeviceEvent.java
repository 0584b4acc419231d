package dev.quartet.auth.device;

import dev.quartet.auth.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/** Tells what a person did with the code of a device. The code itself is not kept. */
record DeviceEvent(String type, String userId, @Nullable String clientId,
		@Nullable String detail) implements AuditEvent {

	static DeviceEvent codeRefused(String userId) {
		return new DeviceEvent("user_code_refused", userId, null, null);
	}

	static DeviceEvent allowed(String userId, String clientId, String address) {
		return new DeviceEvent("device_allowed", userId, clientId, "asked from " + address);
	}

	static DeviceEvent denied(String userId, String clientId, String address) {
		return new DeviceEvent("device_denied", userId, clientId, "asked from " + address);
	}

}
