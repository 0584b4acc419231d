package dev.quartet.auth.clients;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.quartet.auth.commands.Command;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** Does what an operator asks of the clients and says what came of it. */
@Component
class ClientOperator {

	private static final String OVERLAP = "--overlap";

	private static final Duration DAY = Duration.ofHours(24);

	private static final Duration LONGEST_OVERLAP = Duration.ofDays(366);

	private final Clients clients;

	private final SecretRotation secrets;

	private final Clock clock;

	ClientOperator(Clients clients, SecretRotation secrets, Clock clock) {
		this.clients = clients;
		this.secrets = secrets;
		this.clock = clock;
	}

	static boolean understands(List<String> words) {
		return switch (words.isEmpty() ? "" : words.get(0)) {
			case "list" -> words.size() == 1;
			case "rotate-secret" ->
				words.size() == 2 || (words.size() == 4 && words.get(2).equals(OVERLAP) && overlap(words).isPresent());
			case "revoke-secrets" -> words.size() == 2;
			default -> false;
		};
	}

	/**
	 * Writes the result to the one stream, for a script, and words for people to the
	 * other.
	 */
	int run(List<String> words, PrintStream result, PrintStream advice) {
		return switch (words.get(0)) {
			case "rotate-secret" -> rotate(words.get(1), overlap(words).orElse(DAY), result, advice);
			case "revoke-secrets" -> revoke(words.get(1), advice);
			default -> list(result);
		};
	}

	private int list(PrintStream result) {
		Instant now = this.clock.instant();
		result.printf("%-32s %-20s %-9s %s%n", "CLIENT_ID", "METHOD", "STATE", "SECRETS");
		this.clients.findAll(Sort.by("clientId"))
			.forEach((client) -> result.printf("%-32s %-20s %-9s %s%n", client.clientId(),
					client.metadata().tokenEndpointAuthMethod(), client.isDisabled() ? "disabled" : "enabled",
					secrets(client, now)));
		return Command.DONE;
	}

	private static String secrets(Client client, Instant now) {
		String secrets = client.validSecrets(now)
			.map((secret) -> "since %s%s".formatted(secret.createdAt(),
					secret.expiresAt().map((end) -> " until " + end).orElse("")))
			.collect(Collectors.joining(", "));
		return (secrets.isEmpty() && client.metadata().hasSecret()) ? "none" : secrets;
	}

	private int rotate(String clientId, Duration overlap, PrintStream result, PrintStream advice) {
		Optional<String> secret = this.secrets.rotate(clientId, overlap);
		if (secret.isEmpty()) {
			return refuse(clientId, advice);
		}
		result.println(secret.get());
		advice.printf(
				"""
						This secret of %s is shown only once. The older ones work for another %s.
						If a seed declares the secrets of this client, add this line there, or the next start removes the new one:
						client_secret_sha256: %s
						""",
				clientId, overlap, ClientSecretEncoder.sha256(secret.get()));
		return Command.DONE;
	}

	private int revoke(String clientId, PrintStream advice) {
		if (!this.secrets.revoke(clientId)) {
			return refuse(clientId, advice);
		}
		advice.printf(
				"""
						%s has no secret now; servers follow within quartet.clients.cached-for. For a new one: clients rotate-secret %s
						If a seed declares the secrets of this client, take them out there, or the next start brings them back.
						""",
				clientId, clientId);
		return Command.DONE;
	}

	private static int refuse(String clientId, PrintStream advice) {
		advice.printf("There is no client %s that has secrets. See: clients list%n", clientId);
		return Command.REFUSED;
	}

	private static Optional<Duration> overlap(List<String> words) {
		return (words.size() == 4) ? duration(words.get(3)) : Optional.empty();
	}

	private static Optional<Duration> duration(String text) {
		try {
			return Optional.of(DurationStyle.detectAndParse(text))
				.filter((duration) -> !duration.isNegative() && duration.compareTo(LONGEST_OVERLAP) <= 0);
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			return Optional.empty();
		}
	}

}
