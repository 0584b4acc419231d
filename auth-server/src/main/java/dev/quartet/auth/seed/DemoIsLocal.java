package dev.quartet.auth.seed;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Stops the demo, whose passwords everybody knows, unless it can only be reached from its
 * own machine.
 */
@Component
@Profile("demo")
class DemoIsLocal {

	private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "[::1]");

	private static final Pattern LOOPBACK_ADDRESS = Pattern.compile("127(\\.\\d{1,3}){3}");

	DemoIsLocal(SeedSettings settings) {
		if (!isLoopback(settings.issuer())) {
			throw new InvalidConfigurationPropertyValueException("quartet.issuer", settings.issuer(),
					"The profile demo has passwords that everybody knows and runs only with an issuer at localhost, 127.0.0.0/8 or [::1].");
		}
	}

	static boolean isLoopback(URI issuer) {
		String host = issuer.getHost();
		return host != null && (LOOPBACK_NAMES.contains(host) || LOOPBACK_ADDRESS.matcher(host).matches());
	}

}
