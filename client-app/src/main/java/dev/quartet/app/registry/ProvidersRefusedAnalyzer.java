package dev.quartet.app.registry;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a few lines which entries stopped the start, instead of a stack trace. */
class ProvidersRefusedAnalyzer extends AbstractFailureAnalyzer<ProvidersRefused> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ProvidersRefused cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Correct them in application.yml, in the environment or in .env. See docs/providers.md for every setting.",
				cause);
	}

}
