package dev.quartet.api.uses;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Says as which client this API tells the issuer what was used.
 *
 * @param clientId its name at the issuer; when empty it tells nothing
 * @param clientSecret what proves it
 * @param every how often it tells what was used since
 */
@ConfigurationProperties("quartet.api.uses")
record ReportSettings(@DefaultValue("") String clientId, @DefaultValue("") String clientSecret,
		@DefaultValue("30s") Duration every) {

	ReportSettings {
		Assert.isTrue(every.toMillis() > 0, "quartet.api.uses.every must be more than nothing");
		Assert.isTrue(StringUtils.hasText(clientId) == StringUtils.hasText(clientSecret),
				"quartet.api.uses needs both client-id and client-secret, or neither");
	}

	boolean areComplete() {
		return StringUtils.hasText(clientId);
	}

	/** The secret is nobody's business. */
	@Override
	public String toString() {
		return "ReportSettings[clientId=" + clientId + ", every=" + every + "]";
	}

}
