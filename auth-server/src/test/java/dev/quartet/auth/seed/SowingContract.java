package dev.quartet.auth.seed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.quartet.auth.clients.Client;
import dev.quartet.auth.clients.ClientSecretEncoder;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.resources.ScopeCatalogue;
import dev.quartet.auth.users.User;
import dev.quartet.auth.users.Users;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Promises what applying a seed does, whatever the database. */
interface SowingContract {

	String SEED = """
			resources:
			  - resource: https://notes.example
			    resource_name: Notes
			    scopes:
			      - {scope: notes:read, title: Read your notes}
			people:
			  - {username: carol, password: correct horse battery, name: Carol, roles: [admin]}
			clients:
			  - client_id: shop
			    client_secret: 0123456789abcdef0123456789abcdef
			    redirect_uris: [https://shop.example/callback]
			    scope: openid notes:read
			""";

	Sowing sowing();

	Clients clients();

	RegisteredClientRepository registered();

	Users users();

	PasswordEncoder passwords();

	ScopeCatalogue catalogue();

	JdbcClient database();

	@BeforeEach
	default void startEmpty() {
		Stored.nothing(database());
	}

	@Test
	default void createsEverythingTheFirstTime() {
		assertThat(apply(SEED)).isEqualTo("created [resource https://notes.example, scope notes:read, person carol, "
				+ "client shop], updated [], unchanged 0");
		User carol = users().findById("carol").orElseThrow();
		assertThat(carol.roles()).containsExactly("admin");
		assertThat(passwords().matches("correct horse battery", carol.passwordHash().orElseThrow())).isTrue();
		assertThat(catalogue().resourcesOf(List.of("notes:read"))).containsExactly("https://notes.example");
		assertThat(secretOpens("0123456789abcdef0123456789abcdef")).isTrue();
	}

	@Test
	default void changesNothingTheSecondTime() {
		apply(SEED);
		String hash = users().findById("carol").orElseThrow().passwordHash().orElseThrow();
		assertThat(apply(SEED)).isEqualTo("created [], updated [], unchanged 4");
		assertThat(users().findById("carol").orElseThrow().passwordHash()).contains(hash);
	}

	@Test
	default void makesTheSeedTheTruthForItsEntries() {
		apply(SEED);
		assertThat(apply(SEED.replace("name: Carol, roles: [admin]", "name: Caroline")
			.replace("Read your notes", "See your notes")
			.replace("resource_name: Notes", "resource_name: Your notes")
			.replace("scope: openid notes:read", "scope: openid"))).startsWith(
					"created [], updated [resource https://notes.example, scope notes:read, person carol, client shop]");
		assertThat(users().findById("carol").orElseThrow().roles()).isEmpty();
		assertThat(users().findById("carol").orElseThrow().profile().displayName()).isEqualTo("Caroline");
		assertThat(clients().findById("shop").orElseThrow().metadata().scope()).containsExactly("openid");
		assertThat(catalogue().find(List.of("notes:read")).get(0).title()).isEqualTo("See your notes");
	}

	@Test
	default void leavesOtherEntriesAlone() {
		apply(SEED);
		apply("people: [{username: dave}]");
		assertThat(users().count()).isEqualTo(2);
		assertThat(clients().count()).isEqualTo(1);
	}

	@Test
	default void rotatesASecretInThreeSteps() {
		String next = "fedcba9876543210fedcba9876543210";
		apply(SEED);
		apply(SEED.replace("0123456789abcdef0123456789abcdef",
				"[0123456789abcdef0123456789abcdef, %s]".formatted(next)));
		assertThat(secretOpens("0123456789abcdef0123456789abcdef")).isTrue();
		assertThat(secretOpens(next)).isTrue();
		apply(SEED.replace("0123456789abcdef0123456789abcdef", next));
		assertThat(secretOpens("0123456789abcdef0123456789abcdef")).isFalse();
		assertThat(secretOpens(next)).isTrue();
	}

	@Test
	default void makesASecretOnceForAClientThatDeclaresNone() {
		String seed = SEED.replace("    client_secret: 0123456789abcdef0123456789abcdef\n", "");
		SeedChanges first = sowing().apply(TestSeeds.read(seed));
		String secret = Objects.requireNonNull(first.generatedSecrets().get("shop"));
		assertThat(Base64.getUrlDecoder().decode(secret)).hasSize(32);
		assertThat(first.toString()).doesNotContain(secret);
		assertThat(secretOpens(secret)).isTrue();
		SeedChanges second = sowing().apply(TestSeeds.read(seed));
		assertThat(second.generatedSecrets()).isEmpty();
		assertThat(second).hasToString("created [], updated [], unchanged 4");
		assertThat(secretOpens(secret)).isTrue();
	}

	@Test
	default void setsBackASecretThatTheSeedDoesNotDeclare() {
		apply(SEED);
		Client shop = clients().findById("shop").orElseThrow();
		shop.rotateSecret(ClientSecretEncoder.sha256("made by a command"), shop.createdAt(), Duration.ofDays(1));
		clients().save(shop);
		assertThat(apply(SEED)).contains("updated [client shop]");
		assertThat(secretOpens("made by a command")).isFalse();
		assertThat(secretOpens("0123456789abcdef0123456789abcdef")).isTrue();
		assertThat(apply(SEED)).contains("updated []");
	}

	@Test
	default void holdsSecretsUntilTheyExpire() {
		String seed = SEED.replace("    client_secret: 0123456789abcdef0123456789abcdef\n", """
				    client_secrets:
				      - {secret: 0123456789abcdef0123456789abcdef, expires_at: 2001-01-01T00:00:00Z}
				      - {secret: fedcba9876543210fedcba9876543210, expires_at: 9001-01-01T00:00:00Z}
				""");
		apply(seed);
		assertThat(secretOpens("0123456789abcdef0123456789abcdef")).isFalse();
		assertThat(secretOpens("fedcba9876543210fedcba9876543210")).isTrue();
		assertThat(apply(seed)).contains("updated []");
	}

	@Test
	default void doesNotEnableWhatWasDisabled() {
		apply(SEED);
		Client shop = clients().findById("shop").orElseThrow();
		shop.disable(shop.createdAt());
		clients().save(shop);
		apply(SEED.replace("openid notes:read", "openid"));
		assertThat(clients().findById("shop").orElseThrow().isDisabled()).isTrue();
	}

	@Test
	default void refusesAnUnknownScopeAndAppliesNothing() {
		assertRefused(SEED.replace("scope: openid notes:read", "scope: openid notes:reed"),
				"quartet.yml:12:12: the client shop has the unknown scope \"notes:reed\"; did you mean \"notes:read\"? "
						+ "Known: account:apps:read, account:apps:write, address, email, grant_management_query, "
						+ "grant_management_revoke, notes:read, offline_access, openid, phone, profile");
		assertThat(users().count()).isZero();
		assertThat(catalogue().resource("https://notes.example")).isEmpty();
	}

	@Test
	default void refusesAClientWithTheIdOfAPerson() {
		assertRefused(SEED.replace("client_id: shop", "client_id: carol"),
				"quartet.yml:9:16: a person has the id \"carol\", so no client may have it (RFC 9068 §5)");
		apply(SEED);
		assertRefused("people: [{username: shop}]",
				"quartet.yml:1:21: a client has the id \"shop\", so no person may have it (RFC 9068 §5)");
		assertRefused(
				"clients: [{client_id: carol, token_endpoint_auth_method: none, redirect_uris: [https://a.example]}]",
				"quartet.yml:1:23: a person has the id \"carol\", so no client may have it (RFC 9068 §5)");
	}

	@Test
	default void refusesASharedUserName() {
		assertRefused("people: [{username: erin}, {username: Erin, id: other}]",
				"quartet.yml:1:39: the user name \"Erin\" belongs to the person with the id \"erin\"");
		apply(SEED);
		assertRefused("people: [{username: CAROL}]",
				"quartet.yml:1:21: the user name \"CAROL\" belongs to the person with the id \"carol\"");
	}

	@Test
	default void appliesOnceWhenInstancesStartTogether() throws InterruptedException, ExecutionException {
		ExecutorService instances = Executors.newFixedThreadPool(4);
		try {
			List<Callable<String>> starts = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				starts.add(() -> apply(SEED));
			}
			List<String> outcomes = new ArrayList<>();
			for (Future<String> outcome : instances.invokeAll(starts)) {
				outcomes.add(outcome.get());
			}
			assertThat(outcomes).filteredOn((outcome) -> outcome.endsWith("unchanged 0")).hasSize(1);
			assertThat(outcomes).filteredOn((outcome) -> outcome.endsWith("unchanged 4")).hasSize(3);
		}
		finally {
			instances.shutdown();
		}
	}

	private void assertRefused(String yaml, String message) {
		assertThatExceptionOfType(SeedRefused.class).isThrownBy(() -> apply(yaml)).withMessage(message);
	}

	private String apply(String yaml) {
		return sowing().apply(TestSeeds.read(yaml)).toString();
	}

	private boolean secretOpens(String secret) {
		return new ClientSecretEncoder().matches(secret,
				Objects.requireNonNull(registered().findByClientId("shop")).getClientSecret());
	}

}
