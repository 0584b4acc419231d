package dev.quartet.app.secrets;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line why the start stopped, instead of a stack trace. */
class KeySecretMissingAnalyzer extends AbstractFailureAnalyzer<KeySecretMissing> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, KeySecretMissing cause) {
		return new FailureAnalysis(cause.getMessage(), "See docs/run.md for every setting.", cause);
	}

}
