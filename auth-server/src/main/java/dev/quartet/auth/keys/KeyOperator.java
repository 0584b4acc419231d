package dev.quartet.auth.keys;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Does what an operator asks of the keys and says what came of it. */
class KeyOperator {

	static final String USAGE = """
			Usage: java -jar auth-server.jar keys <command>

			  list                      show every key and what it may do
			  rotate <algorithm>|all    let a new key sign as soon as it has been announced long enough
			  revoke <kid>              withdraw a compromised key; another one signs at once

			The algorithms are ES256, RS256, PS256 and EdDSA. Database and secret are set as for the server.""";

	static final int DONE = 0;

	static final int REFUSED = 1;

	static final int MISUSED = 2;

	private static final int ATTEMPTS = 5;

	private final SigningKeys keys;

	private final KeySteps steps;

	private final RotationSettings settings;

	private final Clock clock;

	private final PrintStream out;

	KeyOperator(SigningKeys keys, KeySteps steps, RotationSettings settings, Clock clock, PrintStream out) {
		this.keys = keys;
		this.steps = steps;
		this.settings = settings;
		this.clock = clock;
		this.out = out;
	}

	static boolean understands(List<String> words) {
		return switch (words.isEmpty() ? "" : words.get(0)) {
			case "list" -> words.size() == 1;
			case "rotate" -> words.size() == 2 && !algorithms(words.get(1)).isEmpty();
			case "revoke" -> words.size() == 2;
			default -> false;
		};
	}

	int execute(List<String> words) {
		return switch (words.get(0)) {
			case "rotate" -> rotate(algorithms(words.get(1)));
			case "revoke" -> revoke(words.get(1));
			default -> list();
		};
	}

	private int list() {
		this.out.printf("%-9s %-43s %-8s %s%n", "ALGORITHM", "KID", "STATE", "SINCE");
		this.keys.findAll(SigningKeys.ORDER)
			.forEach((key) -> this.out.printf("%-9s %-43s %-8s %s%n", key.algorithm(), key.getId(), key.state(),
					since(key)));
		return DONE;
	}

	private int rotate(List<TokenAlgorithm> algorithms) {
		algorithms.forEach(this::rotate);
		return DONE;
	}

	private void rotate(TokenAlgorithm algorithm) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			List<SigningKey> line = this.keys.findByAlgorithmOrderBySequence(algorithm.jws().getName());
			Optional<SigningKey> next = line.stream().filter((key) -> key.is(KeyState.NEXT)).findFirst();
			if (next.isPresent()) {
				this.steps.bringForward(next.get(), earliest(next.get()));
				this.keys.findById(next.get().getId())
					.ifPresent((key) -> this.out.printf("%s: %s %s%n", algorithm, key.getId(), since(key)));
				return;
			}
			int sequence = line.isEmpty() ? 1 : line.get(line.size() - 1).sequence() + 1;
			this.steps.announce(algorithm, sequence, this.settings.announceBefore());
		}
	}

	private Instant earliest(SigningKey next) {
		Instant announced = next.createdAt().plus(this.settings.announceBefore());
		Instant now = this.clock.instant();
		return announced.isAfter(now) ? announced : now;
	}

	// A rotation that happens at the same time can get in the way of one attempt.
	private int revoke(String kid) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Optional<SigningKey> found = this.keys.findById(kid);
			if (found.isEmpty()) {
				this.out.printf("There is no key %s. See: keys list%n", kid);
				return REFUSED;
			}
			if (found.get().is(KeyState.REVOKED)) {
				this.out.printf("%s was revoked already%n", kid);
				return DONE;
			}
			if (this.steps.revoke(found.get())) {
				this.out.printf("%s is revoked; servers drop it within %s seconds%n", kid,
						this.settings.refreshEvery().toMillis() / 1000.0);
				return list();
			}
		}
		this.out.printf("%s is not revoked: other changes got in the way. Try again%n", kid);
		return REFUSED;
	}

	private static String since(SigningKey key) {
		return switch (key.state()) {
			case NEXT -> "signs from " + key.signsFrom();
			case ACTIVE -> key.activatedAt().map(Instant::toString).orElse("");
			case RETIRED, REVOKED -> key.retiredAt().map(Instant::toString).orElse("");
		};
	}

	private static List<TokenAlgorithm> algorithms(String name) {
		return "all".equals(name) ? List.of(TokenAlgorithm.values()) : TokenAlgorithm.of(name).stream().toList();
	}

}
