package dev.quartet.auth.registration;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.StringUtils;

/** Is what an operator wants an initial access token to be good for. */
record TokenOrder(int uses, Duration life, Set<String> scope) {

	private static final Set<String> OPTIONS = Set.of("--uses", "--life", "--scope");

	private static final int MOST_USES = 100_000;

	private static final Duration LONGEST = Duration.ofDays(366);

	/** Is empty where the words make no sense. */
	static Optional<TokenOrder> of(List<String> words) {
		if (words.size() % 2 == 0 || !words.get(0).equals("token")) {
			return Optional.empty();
		}
		Map<String, String> options = new HashMap<>();
		for (int i = 1; i < words.size(); i += 2) {
			if (!OPTIONS.contains(words.get(i)) || options.put(words.get(i), words.get(i + 1)) != null) {
				return Optional.empty();
			}
		}
		return of(options);
	}

	private static Optional<TokenOrder> of(Map<String, String> options) {
		try {
			int uses = Integer.parseInt(options.getOrDefault("--uses", "1"));
			Duration life = DurationStyle.detectAndParse(options.getOrDefault("--life", "24h"));
			String[] scope = StringUtils.tokenizeToStringArray(options.get("--scope"), " ");
			boolean sensible = uses > 0 && uses <= MOST_USES && !life.isNegative() && !life.isZero()
					&& life.compareTo(LONGEST) <= 0;
			return sensible ? Optional.of(new TokenOrder(uses, life, Set.of(scope))) : Optional.empty();
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			return Optional.empty();
		}
	}

}
