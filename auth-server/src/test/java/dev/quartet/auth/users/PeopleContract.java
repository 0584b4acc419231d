package dev.quartet.auth.users;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import dev.quartet.auth.seed.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Promises who can sign in and what is told of her, whatever the database. */
interface PeopleContract {

	Instant CREATED = Instant.parse("2026-01-02T03:04:05Z");

	Profile ALICE = new Profile("Alice",
			Map.of(StandardClaim.NAME, "Alice Liddell", StandardClaim.GIVEN_NAME, "Alice", StandardClaim.FAMILY_NAME,
					"Liddell", StandardClaim.EMAIL, "alice@example.com", StandardClaim.EMAIL_VERIFIED, true,
					StandardClaim.ADDRESS, Map.of("country", "Wonderland")));

	Users users();

	JpaPeople people();

	PersonClaims personClaims();

	JdbcClient database();

	@BeforeEach
	default void startEmpty() {
		Stored.nothing(database());
	}

	@Test
	default void findsAPersonByHerUserNameInAnySpelling() {
		users().save(alice());
		for (String spelling : new String[] { "alice", "ALICE", "\uff41lice" }) {
			SignedInPerson person = (SignedInPerson) people().loadUserByUsername(spelling);
			assertThat(person.getUsername()).isEqualTo("id-1");
			assertThat(person.loginName()).isEqualTo("Alice");
			assertThat(person.displayName()).isEqualTo("Alice Liddell");
		}
	}

	@Test
	default void givesTheRoleOfAdministrators() {
		User admin = alice();
		admin.holdRoles(Set.of(User.ADMIN), CREATED);
		users().save(admin);
		assertThat(people().loadUserByUsername("alice").getAuthorities()).map(GrantedAuthority::getAuthority)
			.containsExactly("ROLE_USER", "ROLE_ADMIN");
		assertThat(users().countAdministrators()).isEqualTo(1);
	}

	@Test
	default void doesNotKnowWhoIsDisabledOrHasNoPassword() {
		User disabled = alice();
		disabled.disable(CREATED);
		users().save(disabled);
		users().save(new User("id-2", Profile.of("bob"), CREATED));
		for (String username : new String[] { "alice", "bob", "nobody" }) {
			assertThatExceptionOfType(UsernameNotFoundException.class)
				.isThrownBy(() -> people().loadUserByUsername(username));
		}
		assertThat(users().countAdministrators()).isZero();
	}

	@Test
	default void keepsNoSecretInASession() throws IOException, ClassNotFoundException {
		users().save(alice());
		SignedInPerson person = (SignedInPerson) people().loadUserByUsername("alice");
		assertThat(person.getPassword()).isEqualTo("{hash}");
		assertThat(person.toString()).doesNotContain("{hash}");
		person.eraseCredentials();
		assertThat(person.getPassword()).isNull();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new ObjectOutputStream(bytes).writeObject(person);
		Object restored = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
		assertThat(restored).isEqualTo(person).hasSameHashCodeAs(person);
		assertThat(((SignedInPerson) restored).displayName()).isEqualTo("Alice Liddell");
	}

	@Test
	default void refusesTwoPeopleWithTheSameName() {
		users().save(alice());
		User other = new User("id-2", Profile.of("aLICE"), CREATED);
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> users().save(other));
	}

	@Test
	default void changesThePasswordInPlace() {
		users().save(alice());
		User alice = users().findById("id-1").orElseThrow();
		alice.changePassword("{other}", CREATED.plusSeconds(1));
		users().save(alice);
		User found = users().findByUsername("alice").orElseThrow();
		assertThat(found.passwordHash()).contains("{other}");
		assertThat(found.passwordChangedAt()).contains(CREATED.plusSeconds(1));
		assertThat(found.updatedAt()).isEqualTo(CREATED);
	}

	@Test
	default void tellsByScopeWhoThePersonIs() {
		users().save(alice());
		assertThat(claims("id-1", "openid")).isEmpty();
		assertThat(claims("id-1", "openid", "profile"))
			.isEqualTo(Map.of("preferred_username", "Alice", "name", "Alice Liddell", "given_name", "Alice",
					"family_name", "Liddell", "updated_at", CREATED.getEpochSecond()));
		assertThat(claims("id-1", "email")).isEqualTo(Map.of("email", "alice@example.com", "email_verified", true));
		assertThat(claims("id-1", "address", "phone")).isEqualTo(Map.of("address", Map.of("country", "Wonderland")));
	}

	@Test
	default void tellsNothingOfSomebodyUnknownOrDisabled() {
		User alice = alice();
		alice.disable(CREATED);
		users().save(alice);
		assertThat(claims("id-1", "profile", "email")).isEmpty();
		assertThat(claims("id-2", "profile", "email")).isEmpty();
		assertThat(users().findByIdAndDisabledAtIsNull("id-1")).isEmpty();
	}

	private Map<String, Object> claims(String userId, String... scopes) {
		return personClaims().claims(userId, StandardClaim.ofScopes(Set.of(scopes)));
	}

	private static User alice() {
		User alice = new User("id-1", ALICE, CREATED);
		alice.changePassword("{hash}", CREATED);
		return alice;
	}

}
