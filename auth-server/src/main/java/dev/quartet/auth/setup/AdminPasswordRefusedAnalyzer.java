package dev.quartet.auth.setup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what the password lacks, instead of a stack trace. */
class AdminPasswordRefusedAnalyzer extends AbstractFailureAnalyzer<AdminPasswordRefused> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, AdminPasswordRefused cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Choose another password, or leave QUARTET_ADMIN_PASSWORD out and use the set-up link of the log.",
				cause);
	}

}
