package dev.quartet.auth.purge;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Says how often and how gently expired rows are deleted.
 *
 * @param every how long the worker rests after it found nothing more
 * @param batch how many rows one transaction deletes
 * @param keep how long a used or expired code, state or grant is kept: so long does a
 * replay still kill what was bought
 * @param keepAudit how long the audit trail is kept
 */
@ConfigurationProperties("quartet.purge")
public record PurgeSettings(@DefaultValue("1m") Duration every, @DefaultValue("200") int batch,
		@DefaultValue("1d") Duration keep, @DefaultValue("400d") Duration keepAudit) {

	private static final Duration SHORTEST_KEEPING = Duration.ofMinutes(10);

	private static final int LARGEST_BATCH = 10_000;

	public PurgeSettings {
		Assert.isTrue(every.toMillis() > 0, "quartet.purge.every must be more than nothing");
		Assert.isTrue(batch > 0 && batch <= LARGEST_BATCH, "quartet.purge.batch must be between 1 and 10000");
		// A grant must outlive the tokens that name it.
		Assert.isTrue(keep.compareTo(SHORTEST_KEEPING) >= 0, "quartet.purge.keep must be at least 10 minutes");
		Assert.isTrue(keepAudit.compareTo(keep) >= 0, "quartet.purge.keep-audit must not be shorter than keep");
	}

}
