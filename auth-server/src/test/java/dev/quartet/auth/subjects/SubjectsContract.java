package dev.quartet.auth.subjects;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.Race;
import dev.quartet.auth.users.Profile;
import dev.quartet.auth.users.User;
import dev.quartet.auth.users.Users;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

import static org.assertj.core.api.Assertions.assertThat;

/** Promises of pairwise subjects that the database has to keep, whichever it is. */
interface SubjectsContract {

	String CLIENT = "one-sector";

	ApplicationContext server();

	@BeforeEach
	default void register() {
		server().getBean(OwnClients.class).register(CLIENT, "openid", Map.of(MetadataField.SUBJECT_TYPE, "pairwise"));
	}

	@AfterEach
	default void forget() {
		server().getBean(OwnClients.class).forget(CLIENT);
	}

	@Test
	default void givesOneNameHoweverManyInstancesAskFirst() {
		List<List<String>> rounds = Race.rounds(10, (round) -> {
			String person = newPerson();
			return () -> subjects().subject(client(), person);
		});
		assertThat(rounds).allSatisfy((names) -> assertThat(new HashSet<>(names)).hasSize(1));
		assertThat(Set.copyOf(rounds)).hasSize(10);
	}

	@Test
	default void findsThePersonAgain() {
		String person = newPerson();
		String name = subjects().subject(client(), person);
		assertThat(subjects().userId(name)).isEqualTo(person);
		assertThat(subjects().userId(client(), name)).contains(person);
		assertThat(subjects().userId(client(), person)).isEmpty();
		assertThat(subjects().userId(person)).isEqualTo(person);
	}

	@Test
	default void goesWithThePerson() {
		String person = newPerson();
		String name = subjects().subject(client(), person);
		server().getBean(Users.class).deleteById(person);
		assertThat(subjects().userId(client(), name)).isEmpty();
	}

	private Subjects subjects() {
		return server().getBean(Subjects.class);
	}

	private RegisteredClient client() {
		return Objects.requireNonNull(server().getBean(RegisteredClientRepository.class).findByClientId(CLIENT));
	}

	private String newPerson() {
		User person = User.withRandomId(Profile.of("p" + System.nanoTime()), Instant.EPOCH);
		return server().getBean(Users.class).save(person).id();
	}

}
