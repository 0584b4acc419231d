package dev.quartet.auth.clients;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.seed.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Promises when a change of a client counts, and what a wrong secret costs. */
interface ClientLookupContract {

	ClientLookupSettings SETTINGS = new ClientLookupSettings(Duration.ofSeconds(2));

	ClientAuthenticationMethod BASIC = ClientAuthenticationMethod.CLIENT_SECRET_BASIC;

	Clients clients();

	ClientChanges changes();

	JdbcClient database();

	TransactionTemplate transaction();

	@BeforeEach
	default void storeOneClient() {
		Stored.nothing(database());
		Client shop = new Client("shop", TestClients.confidential(), Clock.systemUTC().instant());
		shop.holdSecrets(Set.of(ClientSecretEncoder.sha256("right")), Clock.systemUTC().instant());
		clients().save(shop);
	}

	@Test
	default void asksTheDatabaseOnceInAMoment() {
		Instance here = here();
		assertThat(here.knows("shop", "right")).isTrue();
		assertThat(here.knows("shop", "right")).isTrue();
		assertThat(here.lookups()).isEqualTo(1);
		here.clock.advance(Duration.ofSeconds(2));
		assertThat(here.knows("shop", "right")).isTrue();
		assertThat(here.lookups()).isEqualTo(2);
	}

	@Test
	default void asksOnceForEachThingThatCanBeWrong() {
		Instance here = here();
		for (boolean warm : new boolean[] { false, true }) {
			assertThat(here.costOf("shop", "wrong", BASIC)).isEqualTo(1);
			assertThat(here.costOf("unknown", "wrong", BASIC)).isEqualTo(1);
			assertThat(here.costOf("shop", "", BASIC)).isEqualTo(1);
			assertThat(here.costOf("shop", "right", ClientAuthenticationMethod.CLIENT_SECRET_POST)).isEqualTo(1);
			assertThat(here.knows("shop", "right")).as("warm: " + warm).isTrue();
		}
		change((shop) -> shop.disable(Clock.systemUTC().instant()));
		assertThat(here.costOf("shop", "right", BASIC)).isEqualTo(1);
	}

	@Test
	default void followsAChangeMadeHereAtOnce() {
		Instance here = here();
		assertThat(here.knows("shop", "right")).isTrue();
		change((shop) -> shop.revokeSecrets(shop.updatedAt()));
		assertThat(here.knows("shop", "right")).isFalse();
		change((shop) -> shop.holdSecrets(Set.of(ClientSecretEncoder.sha256("right")), shop.updatedAt()));
		assertThat(here.knows("shop", "right")).isTrue();
		change((shop) -> shop.disable(Clock.systemUTC().instant()));
		assertThat(here.knows("shop", "right")).isFalse();
	}

	@Test
	default void followsAChangeMadeElsewhereWithinTheMoment() {
		Instance elsewhere = elsewhere();
		assertThat(elsewhere.knows("shop", "right")).isTrue();
		change((shop) -> shop.disable(Clock.systemUTC().instant()));
		elsewhere.clock.advance(Duration.ofSeconds(2));
		assertThat(elsewhere.knows("shop", "right")).isFalse();
	}

	@Test
	default void acceptsASecretMadeElsewhereAtOnce() {
		Instance elsewhere = elsewhere();
		assertThat(elsewhere.knows("shop", "right")).isTrue();
		change((shop) -> shop.rotateSecret(ClientSecretEncoder.sha256("new"), shop.updatedAt(), Duration.ofDays(1)));
		assertThat(elsewhere.knows("shop", "new")).isTrue();
		assertThat(elsewhere.knows("shop", "right")).isTrue();
	}

	@Test
	default void findsAClientThatWasUnknownAMomentAgo() {
		Instance elsewhere = elsewhere();
		assertThat(elsewhere.lookup.fresh("market")).isEmpty();
		clients().save(new Client("market", TestClients.confidential(), Clock.systemUTC().instant()));
		assertThat(elsewhere.lookup.remembered("market").or(() -> elsewhere.lookup.fresh("market"))).isPresent();
		assertThat(elsewhere.lookup.fresh("mar\0ket")).isEmpty();
	}

	@Test
	default void forgetsAClientWhenASecretExpires() {
		Instance here = here();
		change((shop) -> shop.rotateSecret(ClientSecretEncoder.sha256("new"), here.clock.instant(),
				Duration.ofSeconds(1)));
		assertThat(here.knows("shop", "right")).isTrue();
		here.clock.advance(Duration.ofSeconds(1));
		assertThat(here.knows("shop", "right")).isFalse();
		assertThat(here.knows("shop", "new")).isTrue();
	}

	@Test
	default void doesNotRememberWhatACommitOvertook() {
		Instance here = here();
		here.meanwhile = () -> change((shop) -> shop.disable(Clock.systemUTC().instant()));
		assertThat(here.lookup.fresh("shop")).isPresent();
		assertThat(here.lookup.remembered("shop")).isEmpty();
	}

	@Test
	default void doesNotRememberWhatMayYetBeUndone() {
		Instance here = here();
		transaction().executeWithoutResult((status) -> {
			clients().findById("shop").orElseThrow().describe(TestClients.named("Other"), here.clock.instant());
			assertThat(here.lookup.fresh("shop").map(RegisteredClient::getClientName)).contains("Other");
			status.setRollbackOnly();
		});
		assertThat(here.lookup.remembered("shop")).isEmpty();
		assertThat(here.lookup.fresh("shop").map(RegisteredClient::getClientName)).contains("Shop");
	}

	@Test
	default void remembersNothingWhenSwitchedOff() {
		Instance here = new Instance(clients(), changes(), new ClientLookupSettings(Duration.ZERO));
		assertThat(here.costOf("shop", "wrong", BASIC)).isEqualTo(1);
		assertThat(here.knows("shop", "right")).isTrue();
		assertThat(here.lookup.remembered("shop")).isEmpty();
	}

	private void change(Consumer<Client> change) {
		Client shop = clients().findById("shop").orElseThrow();
		change.accept(shop);
		clients().save(shop);
	}

	private Instance here() {
		return new Instance(clients(), changes(), SETTINGS);
	}

	/** Is told of no change. */
	private Instance elsewhere() {
		return new Instance(clients(), new ClientChanges(), SETTINGS);
	}

	/** Is one of several servers, with its own clock, that counts its look-ups. */
	final class Instance {

		final MovableClock clock = new MovableClock();

		final ClientLookup lookup;

		Runnable meanwhile = () -> {
		};

		private final AtomicInteger lookups = new AtomicInteger();

		private final ClientSecrets secrets;

		Instance(Clients clients, ClientChanges changes, ClientLookupSettings settings) {
			this.lookup = new ClientLookup(counted(clients), changes, settings, this.clock);
			this.secrets = new ClientSecrets(this.lookup);
		}

		boolean knows(String clientId, String secret) {
			return this.secrets.prove(clientId, BASIC, secret).isPresent();
		}

		int costOf(String clientId, String secret, ClientAuthenticationMethod method) {
			int before = lookups();
			Optional<RegisteredClient> client = this.secrets.prove(clientId, method, secret);
			assertThat(client).isEmpty();
			return lookups() - before;
		}

		int lookups() {
			return this.lookups.get();
		}

		private Clients counted(Clients clients) {
			return (Clients) Proxy.newProxyInstance(Clients.class.getClassLoader(), new Class<?>[] { Clients.class },
					(proxy, method, arguments) -> {
						this.lookups.incrementAndGet();
						try {
							Object read = method.invoke(clients, arguments);
							this.meanwhile.run();
							return read;
						}
						catch (InvocationTargetException ex) {
							throw ex.getCause();
						}
					});
		}

	}

}
