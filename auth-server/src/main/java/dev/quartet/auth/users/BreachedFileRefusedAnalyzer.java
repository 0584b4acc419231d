package dev.quartet.auth.users;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the list, instead of a stack trace. */
class BreachedFileRefusedAnalyzer extends AbstractFailureAnalyzer<BreachedFileRefused> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, BreachedFileRefused cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Name a readable file of \"Pwned Passwords\" in its version with SHA-1, sorted by hash, or leave the setting out.",
				cause);
	}

}
