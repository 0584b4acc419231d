package dev.quartet.auth.seed;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.quartet.auth.users.ClaimRules;
import dev.quartet.auth.users.PasswordRules;
import dev.quartet.auth.users.Profile;
import dev.quartet.auth.users.StandardClaim;
import dev.quartet.auth.users.User;
import dev.quartet.auth.users.UsernameRules;
import dev.quartet.auth.web.Nearest;

/** Reads the people of a seed file. */
class PersonReader {

	static final List<String> KEYS = Stream
		.concat(Stream.of("id", "username", "password", "password_hash", "roles"),
				StandardClaim.WRITTEN.stream().map(StandardClaim::value))
		.toList();

	private static final List<String> ROLES = List.of(User.ADMIN);

	private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,64}");

	private static final Pattern ARGON2ID = Pattern
		.compile("\\$argon2id\\$v=19\\$m=\\d{1,7},t=\\d{1,2},p=\\d{1,2}\\$[A-Za-z0-9+/]+\\$[A-Za-z0-9+/]+");

	private static final int LONGEST_CLAIM = 1000;

	private final PasswordRules passwordRules;

	PersonReader(PasswordRules passwordRules) {
		this.passwordRules = passwordRules;
	}

	PersonSeed read(SeedEntry entry) {
		SeedText username = entry.required("username", 100);
		if (!username.value().isEmpty()) {
			UsernameRules.problem(username.value()).ifPresent((problem) -> entry.refuse("username", problem));
		}
		SeedText id = entry.text("id", 64).orElse(username);
		if (!id.value().isEmpty() && !ID.matcher(id.value()).matches()) {
			entry.refuse("id", "expected 1 to 64 ASCII characters without spaces; without the key it is the username");
		}
		Profile profile = profile(entry, username.value());
		return new PersonSeed(id, username, profile, roles(entry), password(entry, profile), passwordHash(entry));
	}

	private static Profile profile(SeedEntry entry, String username) {
		Map<StandardClaim, Object> claims = new EnumMap<>(StandardClaim.class);
		for (StandardClaim claim : StandardClaim.WRITTEN) {
			if (entry.has(claim.value())) {
				value(entry, claim).ifPresent((value) -> put(entry, claims, claim, value));
			}
		}
		return new Profile(username, claims);
	}

	private static Optional<?> value(SeedEntry entry, StandardClaim claim) {
		return switch (claim.kind()) {
			case FLAG -> Optional.of(entry.flag(claim.value(), false));
			case ADDRESS -> entry.object(claim.value());
			default -> entry.text(claim.value(), LONGEST_CLAIM).map(SeedText::value);
		};
	}

	private static void put(SeedEntry entry, Map<StandardClaim, Object> claims, StandardClaim claim, Object value) {
		ClaimRules.problem(claim, value).ifPresent((problem) -> entry.refuse(claim.value(), problem));
		claims.put(claim, value);
	}

	private static Set<String> roles(SeedEntry entry) {
		Set<String> roles = new LinkedHashSet<>();
		for (SeedText role : entry.texts("roles", 50)) {
			if (!ROLES.contains(role.value())) {
				entry.refuse(role.place(), "roles",
						"unknown role \"%s\"%s".formatted(role.value(), Nearest.hint(role.value(), ROLES)));
			}
			roles.add(role.value());
		}
		return roles;
	}

	private Optional<SeedText> password(SeedEntry entry, Profile profile) {
		Optional<SeedText> password = entry.text("password", 1000);
		password.map((text) -> this.passwordRules.problemsOfDeclared(profile, text.value()))
			.ifPresent((problems) -> problems.forEach((problem) -> entry.refuse("password", problem.sentence())));
		return password;
	}

	private static Optional<SeedText> passwordHash(SeedEntry entry) {
		if (entry.has("password") && entry.has("password_hash")) {
			entry.refuse("password_hash", "a person has either password or password_hash");
		}
		Optional<SeedText> hash = entry.text("password_hash", 500);
		hash.filter((text) -> !ARGON2ID.matcher(text.value()).matches())
			.ifPresent((text) -> entry.refuse("password_hash",
					"expected an Argon2id hash, as in $argon2id$v=19$m=19456,t=2,p=1$salt$hash"));
		return hash;
	}

}
