package dev.quartet.app.identities;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import dev.quartet.app.fakes.Race;
import dev.quartet.app.fakes.TestClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Says which person a proven identity is. */
interface IdentitiesContract {

	Identities identities();

	TestClock clock();

	@Test
	default void makesAPersonOfAnIdentityThatNobodyKnew() {
		Identity identity = identities().signIn(proof("one", subject()));
		assertThat(identities().of(identity.person())).containsExactly(identity);
	}

	@Test
	default void knowsAPersonAgainByIssuerAndSubject() {
		String subject = subject();
		Identity first = identities().signIn(proof("one", subject));
		clock().forward(Duration.ofDays(1));
		Identity again = identities()
			.signIn(new Proof("renamed", "https://one.example", subject, new Profile("New", null, null, false, null)));
		assertThat(again.person()).isEqualTo(first.person());
		assertThat(again.provider()).isEqualTo("renamed");
		assertThat(again.title()).isEqualTo("New");
		assertThat(again.lastSignedInAt()).isAfter(first.lastSignedInAt());
	}

	@Test
	default void takesTheSameSubjectOfAnotherIssuerForAnotherPerson() {
		String subject = subject();
		assertThat(identities().signIn(proof("one", subject)).person())
			.isNotEqualTo(identities().signIn(proof("two", subject)).person());
	}

	@Test
	default void makesOnePersonOfManySignInsAtOnce() {
		String subject = subject();
		List<String> people = Race.of(12, () -> identities().signIn(proof("one", subject)).person());
		assertThat(new HashSet<>(people)).hasSize(1);
	}

	@Test
	default void linksWhatWasProven() {
		Identity first = identities().signIn(proof("one", subject()));
		Identity second = identities().link(first.person(), proof("two", subject()));
		assertThat(identities().of(first.person())).extracting(Identity::id)
			.containsExactlyInAnyOrder(first.id(), second.id());
		assertThat(identities().at("two", first.person())).contains(second);
	}

	@Test
	default void leavesTheIdentityOfAnotherPersonWithHer() {
		Identity mine = identities().signIn(proof("one", subject()));
		String subject = subject();
		Identity hers = identities().signIn(proof("two", subject));
		assertThatExceptionOfType(IdentityTaken.class)
			.isThrownBy(() -> identities().link(mine.person(), proof("two", subject)));
		assertThat(identities().of(hers.person())).hasSize(1);
	}

	@Test
	default void unlinksAllButTheLast() {
		Identity first = identities().signIn(proof("one", subject()));
		Identity second = identities().link(first.person(), proof("two", subject()));
		assertThat(identities().unlink(first.person(), first.id())).isTrue();
		assertThat(identities().unlink(first.person(), second.id())).isFalse();
		assertThat(identities().of(first.person())).extracting(Identity::id).containsExactly(second.id());
	}

	@Test
	default void leavesOneWhenBothAreUnlinkedAtOnce() {
		Identity first = identities().signIn(proof("one", subject()));
		Identity second = identities().link(first.person(), proof("two", subject()));
		List<String> ids = List.of(first.id(), second.id());
		AtomicInteger turn = new AtomicInteger();
		Race.of(8, () -> identities().unlink(first.person(), ids.get(turn.getAndIncrement() % 2)));
		assertThat(identities().of(first.person())).hasSize(1);
	}

	@Test
	default void unlinksNothingOfAnotherPerson() {
		Identity first = identities().signIn(proof("one", subject()));
		identities().link(first.person(), proof("two", subject()));
		String other = identities().signIn(proof("one", subject())).person();
		assertThat(identities().unlink(other, first.id())).isFalse();
	}

	private static Proof proof(String provider, String subject) {
		return new Proof(provider, "https://" + provider + ".example", subject,
				new Profile("Alice", "alice", "alice@quartet.example", true, 1L));
	}

	private static String subject() {
		return UUID.randomUUID().toString();
	}

}
