package dev.quartet.auth.seed;

import java.util.Map;
import java.util.Objects;

import dev.quartet.auth.users.Profile;
import dev.quartet.auth.users.StandardClaim;
import dev.quartet.auth.users.User;
import dev.quartet.auth.users.Users;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/** Promises whose word counts, the seed's or the person's own, whatever the database. */
interface PersonSowingContract {

	String SEED = "people: [{username: carol, password: correct horse battery, name: Carol, roles: [admin]}]";

	Sowing sowing();

	Users users();

	PasswordEncoder passwords();

	JdbcClient database();

	@BeforeEach
	default void startEmpty() {
		Stored.nothing(database());
	}

	@Test
	default void changesAPasswordThatTheSeedChanges() {
		apply(SEED);
		apply(SEED.replace("correct horse battery", "another good password"));
		String hash = users().findById("carol").orElseThrow().passwordHash().orElseThrow();
		assertThat(passwords().matches("another good password", hash)).isTrue();
		String other = "$argon2id$v=19$m=4096,t=1,p=1$c29tZXNhbHQ$aGFzaGhhc2hoYXNoaGFzaA";
		apply("people: [{username: carol, password_hash: '%s'}]".formatted(other));
		assertThat(users().findById("carol").orElseThrow().passwordHash()).contains(other);
		apply("people: [{username: carol}]");
		assertThat(users().findById("carol").orElseThrow().passwordHash()).contains(other);
	}

	@Test
	default void leavesAPasswordThatSheChoseHerselfUntilTheSeedGivesAnother() {
		apply(SEED);
		User carol = users().findById("carol").orElseThrow();
		carol.changePassword(Objects.requireNonNull(passwords().encode("chosen by Carol")), carol.createdAt());
		users().save(carol);
		assertThat(apply(SEED)).endsWith("updated [], unchanged 1");
		assertThat(passwordOpens("chosen by Carol")).isTrue();
		assertThat(apply(SEED.replace("correct horse battery", "another good password")))
			.contains("updated [person carol]");
		assertThat(passwordOpens("another good password")).isTrue();
		assertThat(apply(SEED.replace("correct horse battery", "another good password"))).contains("updated []");
	}

	@Test
	default void leavesAProfileThatSheChangedHerselfWhereTheSeedSaysTheSame() {
		String seed = SEED.replace("name: Carol,", "name: Carol, nickname: Cap, email: carol@example.com,");
		apply(seed);
		User carol = users().findById("carol").orElseThrow();
		carol.describe(new Profile("carol", Map.of(StandardClaim.NAME, "Carol D.", StandardClaim.WEBSITE,
				"https://carol.example", StandardClaim.EMAIL, "carol@example.com")), carol.createdAt());
		users().save(carol);
		assertThat(apply(seed)).endsWith("updated [], unchanged 1");
		apply(seed.replace("email: carol@example.com", "email: c@example.com").replace("nickname: Cap, ", ""));
		assertThat(users().findById("carol").orElseThrow().profile().claims()).isEqualTo(Map.of(StandardClaim.NAME,
				"Carol D.", StandardClaim.WEBSITE, "https://carol.example", StandardClaim.EMAIL, "c@example.com"));
	}

	private String apply(String yaml) {
		return sowing().apply(TestSeeds.read(yaml)).toString();
	}

	private boolean passwordOpens(String password) {
		return passwords().matches(password, users().findById("carol").orElseThrow().passwordHash().orElseThrow());
	}

}
