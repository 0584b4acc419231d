package dev.quartet.auth.seed;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.quartet.auth.users.PasswordRules;
import dev.quartet.auth.users.Profile;
import dev.quartet.auth.users.User;
import dev.quartet.auth.users.UsernameRules;
import dev.quartet.auth.web.Nearest;

/** Reads the people of a seed file. */
class PersonReader {

	static final List<String> KEYS = List.of("id", "username", "password", "password_hash", "name", "given_name",
			"family_name", "nickname", "picture", "website", "zoneinfo", "locale", "email", "email_verified", "roles");

	private static final List<String> ROLES = List.of(User.ADMIN);

	private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,64}");

	private static final Pattern ARGON2ID = Pattern
		.compile("\\$argon2id\\$v=19\\$m=\\d{1,7},t=\\d{1,2},p=\\d{1,2}\\$[A-Za-z0-9+/]+\\$[A-Za-z0-9+/]+");

	private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s/]+.*");

	private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

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
		return new PersonSeed(id, username, profile(entry, username.value()), roles(entry), password(entry, username),
				passwordHash(entry));
	}

	private static Profile profile(SeedEntry entry, String username) {
		expect(entry, "picture", WEB_ADDRESS, "an http or https address");
		expect(entry, "website", WEB_ADDRESS, "an http or https address");
		expect(entry, "email", EMAIL, "an e-mail address");
		entry.text("zoneinfo", 100)
			.filter((zone) -> !isZone(zone.value()))
			.ifPresent((zone) -> entry.refuse("zoneinfo", "expected a time zone, as in Europe/Paris"));
		return new Profile(username, entry.textOrNull("name", 200), entry.textOrNull("given_name", 100),
				entry.textOrNull("family_name", 100), entry.textOrNull("nickname", 100),
				entry.textOrNull("picture", 1000), entry.textOrNull("website", 1000), entry.textOrNull("zoneinfo", 100),
				entry.textOrNull("locale", 35), entry.textOrNull("email", 320), entry.flag("email_verified", false));
	}

	private static void expect(SeedEntry entry, String key, Pattern pattern, String expected) {
		entry.text(key, 1000)
			.filter((text) -> !pattern.matcher(text.value()).matches())
			.ifPresent((text) -> entry.refuse(key, "expected " + expected));
	}

	private static boolean isZone(String zone) {
		try {
			ZoneId.of(zone);
			return true;
		}
		catch (DateTimeException ex) {
			return false;
		}
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

	private Optional<SeedText> password(SeedEntry entry, SeedText username) {
		Optional<SeedText> password = entry.text("password", 1000);
		password.map((text) -> this.passwordRules.problems(username.value(), text.value()))
			.ifPresent((problems) -> problems.forEach((problem) -> entry.refuse("password", problem)));
		return password;
	}

	private static Optional<SeedText> passwordHash(SeedEntry entry) {
		if (entry.has("password") && entry.has("password_hash")) {
			entry.refuse("password_hash", "a person has either password or password_hash");
		}
		expect(entry, "password_hash", ARGON2ID, "an Argon2id hash, as in $argon2id$v=19$m=19456,t=2,p=1$salt$hash");
		return entry.text("password_hash", 500);
	}

}
