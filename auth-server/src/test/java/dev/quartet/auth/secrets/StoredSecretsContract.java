package dev.quartet.auth.secrets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.SecretsSeen;
import dev.quartet.auth.keys.PrivateParts;
import dev.quartet.auth.setup.SetupLinks;
import dev.quartet.auth.users.Profile;
import dev.quartet.auth.users.User;
import dev.quartet.auth.users.Users;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Promises that whoever copies the database can act as nobody. It comes after all other
 * tests of the same servers, and looks for every secret that passed in any of them.
 */
interface StoredSecretsContract {

	ApplicationContext server();

	@Test
	default void keepsNoSecretInAnyTable() throws IOException {
		leaveTracesOfEverything();
		Path keySecret = Path.of(server().getEnvironment().getRequiredProperty("quartet.data"), "key-secret");
		SecretsSeen.add(Files.readString(keySecret).strip());
		PrivateParts.of(server()).forEach(SecretsSeen::add);
		SecretsSeen.add(SetupLinks.newSecret(server()));
		SecretSearch search = new SecretSearch(SecretsSeen.all());
		Set<String> found = new TreeSet<>();
		List<String> tables = tables();
		tables.forEach((table) -> search(table, search, found));
		assertThat(tables).contains("one_time", "authorization_grant", "signing_key", "spring_session_attributes",
				"audit_event");
		assertThat(found).isEmpty();
	}

	@Test
	default void opensNoSessionWithWhatTheDatabaseHolds() {
		Flows flows = server().getBean(Flows.class);
		AuthorizationFlow flow = flows.app();
		Answer login = flow.browser().follow(flow.authorize(flow.request()));
		String cookie = flow.signIn(login, "alice", "alice")
			.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((one) -> one.startsWith("QUARTET_AUTH="))
			.map((one) -> one.substring("QUARTET_AUTH=".length(), one.indexOf(';')))
			.findFirst()
			.orElseThrow();
		assertThat(opens(flows, cookie)).isTrue();
		String stored = database().sql(
				"select session_id from spring_session where principal_name = 'alice' order by creation_time desc limit 1")
			.query(String.class)
			.single();
		String whole = new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8);
		assertThat(whole).startsWith(stored + ".");
		assertThat(opens(flows, encode(whole))).isTrue();
		Stream
			.of(stored, stored + ".", "." + stored, whole.substring(0, whole.length() - 1), whole + "A",
					whole.replace(stored, UUID.randomUUID().toString()))
			.forEach((forged) -> assertThat(opens(flows, encode(forged))).as(forged).isFalse());
	}

	private static boolean opens(Flows flows, String cookie) {
		Answer answer = flows.browser().get("/oauth2/consent?state=none", "Cookie", "QUARTET_AUTH=" + cookie);
		return !answer.redirects() || !answer.location().contains("/login");
	}

	private static String encode(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private void leaveTracesOfEverything() {
		server().getBean(MovableClock.class).reset();
		Flows flows = server().getBean(Flows.class);
		String password = UUID.randomUUID().toString();
		String name = newPerson(password);
		AuthorizationFlow flow = flows.app();
		Answer login = flow.browser().follow(flow.authorize(flow.request()));
		Answer again = flow.browser().follow(flow.signIn(login, name, "not " + password));
		Answer consent = flow.browser().follow(flow.signIn(again, name, password));
		Answer tokens = flow.redeem(flow.allowAll(consent).sent("code"));
		Answer refreshed = flow.refresh(tokens.json("refresh_token"));
		assertThat(flow.userInfo(refreshed.json("access_token")).status()).isEqualTo(200);
		assertThat(flow.revoke(tokens.json("access_token")).status()).isEqualTo(200);
		assertThat(flow.push(flow.request()).json("request_uri")).isNotEmpty();
		Form asksAgain = flow.request().and("prompt", "consent");
		String pushed = flow.push(asksAgain).json("request_uri");
		assertThat(flow.browser().follow(flow.authorizePushed(pushed)).hidden("state")).isNotEmpty();
		assertThat(flow.authorize(flow.request()).sent("code")).isNotEmpty();
		assertThat(flows.machineToken("notes:read").status()).isEqualTo(200);
		assertThat(flows.device().tokens("alice").status()).isEqualTo(200);
		assertThat(flows.device().ask().status()).isEqualTo(200);
	}

	private String newPerson(String password) {
		String name = "person-" + UUID.randomUUID();
		MovableClock clock = server().getBean(MovableClock.class);
		User person = User.withRandomId(Profile.of(name), clock.instant());
		String hash = server().getBean(PasswordEncoder.class).encode(password);
		person.changePassword(Objects.requireNonNull(hash), clock.instant());
		server().getBean(Users.class).save(person);
		return name;
	}

	private List<String> tables() {
		return database().sql("select table_name from information_schema.tables where table_schema = current_schema")
			.query(String.class)
			.list();
	}

	private void search(String table, SecretSearch search, Set<String> found) {
		database().sql("select * from \"" + table + "\"").query((row) -> {
			for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
				if (search.finds(bytes(row, column))) {
					found.add(table + "." + row.getMetaData().getColumnName(column));
				}
			}
		});
	}

	private static byte[] bytes(ResultSet row, int column) throws SQLException {
		Object value = row.getObject(column);
		return (value instanceof byte[] binary) ? binary : String.valueOf(value).getBytes(StandardCharsets.UTF_8);
	}

	private JdbcClient database() {
		return server().getBean(JdbcClient.class);
	}

}
