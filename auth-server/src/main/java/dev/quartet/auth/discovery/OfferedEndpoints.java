package dev.quartet.auth.discovery;

import java.util.Map;

/**
 * Names endpoints of a feature that can be switched off, with their paths, for the
 * metadata.
 */
@FunctionalInterface
public interface OfferedEndpoints {

	/** As in {@code registration_endpoint: /connect/register}; nothing when it is off. */
	Map<String, String> paths();

}
