package dev.quartet.app.relay;

import java.util.Map;

/** A call of a script goes no further. */
final class RelayRefused extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final RelayProblem problem;

	private final transient Map<String, String> headers;

	RelayRefused(RelayProblem problem) {
		this(problem, Map.of());
	}

	/**
	 * The same with what the answer's header has to say.
	 */
	RelayRefused(RelayProblem problem, Map<String, String> headers) {
		super(problem.title());
		this.problem = problem;
		this.headers = headers;
	}

	RelayProblem problem() {
		return this.problem;
	}

	Map<String, String> headers() {
		return this.headers;
	}

}
