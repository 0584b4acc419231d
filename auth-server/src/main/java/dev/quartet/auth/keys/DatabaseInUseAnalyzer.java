package dev.quartet.auth.keys;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says that an embedded database serves one process at a time. */
class DatabaseInUseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

	private static final int H2_IN_USE = 90020;

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
		if (cause.getErrorCode() != H2_IN_USE) {
			return null;
		}
		return new FailureAnalysis(cause.getMessage(),
				"The embedded database serves one process at a time: stop the server first, or use PostgreSQL.", cause);
	}

}
