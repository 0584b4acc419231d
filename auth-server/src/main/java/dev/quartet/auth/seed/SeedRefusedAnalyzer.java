package dev.quartet.auth.seed;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong in the seed, and where, instead of a stack trace. */
class SeedRefusedAnalyzer extends AbstractFailureAnalyzer<SeedRefused> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SeedRefused cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Nothing of the seed was applied. Correct it and start again; docs/seed.md describes every key.",
				cause);
	}

}
