package dev.quartet.api.access.proof;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Says what a DPoP proof must be like.
 *
 * @param enabled whether tokens that are bound to a key are taken at all
 * @param window how far from now, before and after, a proof may have been made
 * @param bases further addresses where this API's paths begin, as clients see them
 * @param perKey how many proofs of one key an instance takes in a second
 * @param perSecond how many of all keys together
 * @param nonce whether each proof must carry a nonce of this API
 * @param nonceSecret what the nonces are made from, the same on all instances
 */
@ConfigurationProperties("quartet.api.dpop")
record ProofSettings(@DefaultValue("true") boolean enabled, @DefaultValue("30s") Duration window,
		@DefaultValue List<URI> bases, @DefaultValue("1000") int perKey, @DefaultValue("10000") int perSecond,
		@DefaultValue("false") boolean nonce, @DefaultValue("") String nonceSecret) {

	private static final Duration LONGEST = Duration.ofMinutes(5);

	private static final int SECRET_BYTES = 32;

	ProofSettings {
		Assert.isTrue(window.toSeconds() > 0 && window.compareTo(LONGEST) <= 0,
				"quartet.api.dpop.window must be between 1 second and 5 minutes");
		Assert.isTrue(perKey > 0, "quartet.api.dpop.per-key must be more than 0");
		Assert.isTrue(perSecond >= perKey,
				"quartet.api.dpop.per-second (QUARTET_API_DPOP_PER_SECOND) must be at least quartet.api.dpop.per-key");
		Assert.isTrue(!nonce || nonceSecret.getBytes(StandardCharsets.UTF_8).length >= SECRET_BYTES,
				"quartet.api.dpop.nonce needs quartet.api.dpop.nonce-secret (QUARTET_API_NONCE_SECRET) of at least "
						+ SECRET_BYTES + " characters");
	}

	/** The secret is nobody's business. */
	@Override
	public String toString() {
		return "ProofSettings[enabled=" + enabled + ", window=" + window + ", bases=" + bases + ", perKey=" + perKey
				+ ", perSecond=" + perSecond + ", nonce=" + nonce + "]";
	}

}
