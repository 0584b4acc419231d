package dev.quartet.api.limits;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import dev.quartet.api.access.Caller;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A good token's call is taken from its person's bucket and its client's, or from none.
 */
class BucketsTests {

	private static final int MORE_THAN_THERE_ARE = 100;

	private final AtomicLong now = new AtomicLong();

	private final Buckets buckets = buckets(10, 5);

	private final Caller alice = person("alice", "app");

	private final Caller bob = person("bob", "app");

	@Test
	void leavesToOthersWhatOnePersonMayNotHave() {
		assertThat(taken(alice)).isEqualTo(10);
		assertThat(taken(bob)).isEqualTo(10);
		assertThat(taken(person("carol", "app"))).as("the client has had all of its own").isZero();
		assertThat(taken(person("carol", "other"))).isEqualTo(10);
	}

	@Test
	void givesAPersonABucketForEachClientAndIssuer() {
		assertThat(taken(alice)).isEqualTo(10);
		assertThat(taken(person("alice", "other"))).isEqualTo(10);
		assertThat(taken(new Caller(Caller.Kind.PERSON, "https://other.example", "alice", "alice", Set.of(),
				Map.of("client_id", "app"))))
			.isEqualTo(10);
	}

	@Test
	void takesNothingFromTheClientForWhatThePersonIsRefused() {
		taken(alice);
		taken(alice);
		assertThat(taken(bob)).isEqualTo(10);
	}

	@Test
	void takesNothingFromThePersonForWhatTheClientIsRefused() {
		taken(alice);
		taken(bob);
		Caller carol = person("carol", "app");
		assertThat(taken(carol)).isZero();
		now.addAndGet(Duration.ofSeconds(1).toNanos());
		assertThat(taken(carol)).as("all that the client has again").isEqualTo(10);
	}

	@Test
	void tellsOfTheBucketThatHasLessLeft() {
		assertThat(buckets.take(alice).header()).isEqualTo("\"person\";r=9;t=1");
		taken(bob);
		for (int i = 0; i < 5; i++) {
			buckets.take(person("carol", "app"));
		}
		assertThat(buckets.take(person("dave", "app")).header()).isEqualTo("\"client\";r=3;t=2");
		assertThat(buckets.take(alice).header()).isEqualTo("\"client\";r=2;t=2");
	}

	@Test
	void asksMachinesForTheClientsBucketAlone() {
		Caller machine = new Caller(Caller.Kind.MACHINE, "https://issuer.example", "robot", "robot", Set.of(),
				Map.of("client_id", "robot"));
		assertThat(taken(machine)).isEqualTo(20);
		assertThat(buckets.take(machine).policy().name()).isEqualTo("client");
	}

	@Test
	void limitsOnlyWhatHasALimit() {
		assertThat(taken(buckets(10, 0), alice)).isEqualTo(20);
		assertThat(taken(buckets(0, 5), alice)).isEqualTo(10);
		assertThat(taken(buckets(0, 0), alice)).isEqualTo(MORE_THAN_THERE_ARE);
	}

	private int taken(Caller caller) {
		return taken(buckets, caller);
	}

	private static int taken(Buckets from, Caller caller) {
		int taken = 0;
		for (int i = 0; i < MORE_THAN_THERE_ARE; i++) {
			taken += from.take(caller).isTooLow() ? 0 : 1;
		}
		return taken;
	}

	private Buckets buckets(int perClient, int perPerson) {
		return new Buckets(new LimitSettings(perClient, perPerson, 1, Duration.ofSeconds(2)), now::get);
	}

	private static Caller person(String id, String client) {
		return new Caller(Caller.Kind.PERSON, "https://issuer.example", id, id, Set.of(), Map.of("client_id", client));
	}

}
