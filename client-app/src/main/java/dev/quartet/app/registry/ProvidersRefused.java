package dev.quartet.app.registry;

import java.util.List;
import java.util.stream.Collectors;

/** Stops a start whose providers are not set up as they must be, and names all faults. */
public final class ProvidersRefused extends RuntimeException {

	private static final long serialVersionUID = 1;

	ProvidersRefused(List<EntryProblem> problems) {
		super(problems.stream()
			.map((problem) -> "    " + problem)
			.collect(Collectors.joining("\n", "The providers to sign in with are not set up correctly:\n\n", "\n")));
	}

}
