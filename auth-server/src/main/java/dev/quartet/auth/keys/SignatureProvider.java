package dev.quartet.auth.keys;

import java.security.Provider;
import java.util.Optional;
import java.util.ServiceLoader;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides who computes signatures: Amazon Corretto Crypto Provider where its library
 * runs, else the JDK.
 * <p>
 * It is asked for signatures only and never becomes the whole platform's provider: TLS
 * and the database drivers keep what they are tested with.
 */
final class SignatureProvider {

	private static final Logger log = LoggerFactory.getLogger(SignatureProvider.class);

	private static final String FAST = "AmazonCorrettoCryptoProvider";

	private final @Nullable Provider fast;

	private SignatureProvider(@Nullable Provider fast) {
		this.fast = fast;
	}

	static SignatureProvider jdk() {
		return new SignatureProvider(null);
	}

	static SignatureProvider fastest() {
		Optional<Provider> found = ServiceLoader.load(Provider.class)
			.stream()
			.filter((provider) -> provider.type().getSimpleName().equals(FAST))
			.map(ServiceLoader.Provider::get)
			.findFirst();
		if (found.isEmpty()) {
			log.info("Signing with the JDK's own providers ({} is not in this build)", FAST);
			return jdk();
		}
		Provider fast = found.get();
		// Without its native library it offers no service at all.
		if (fast.getServices().isEmpty()) {
			log.info("Signing with the JDK's own providers ({} has no library for this platform)", FAST);
			return jdk();
		}
		log.info("Signing with {} {}", FAST, fast.getVersionStr());
		return new SignatureProvider(fast);
	}

	/** The fast provider, if it knows the algorithm. */
	Optional<Provider> fastFor(TokenAlgorithm algorithm) {
		return Optional.ofNullable(this.fast).filter(algorithm::isKnownTo);
	}

}
