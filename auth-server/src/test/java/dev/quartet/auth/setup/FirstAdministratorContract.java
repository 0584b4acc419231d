package dev.quartet.auth.setup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.quartet.auth.seed.Stored;
import dev.quartet.auth.users.PasswordRules;
import dev.quartet.auth.users.Profile;
import dev.quartet.auth.users.User;
import dev.quartet.auth.users.Users;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Promises that a server gets exactly one first administrator, whatever the database. */
interface FirstAdministratorContract {

	String PASSWORD = "a long enough password";

	FirstAdministrator administrator();

	PasswordRules rules();

	PasswordEncoder passwords();

	Users users();

	JdbcClient database();

	@BeforeEach
	default void startEmpty() {
		Stored.nothing(database());
	}

	@Test
	default void createsTheAdministratorFromTheConfiguredPassword() {
		start("http://localhost:9000", PASSWORD);
		User admin = users().findByUsername("admin").orElseThrow();
		assertThat(admin.roles()).containsExactly(User.ADMIN);
		assertThat(passwords().matches(PASSWORD, admin.passwordHash().orElseThrow())).isTrue();
		assertThat(admin.id()).hasSize(36);
	}

	@Test
	default void keepsTheAdministratorThatExists() {
		start("http://localhost:9000", PASSWORD);
		String id = users().findByUsername("admin").orElseThrow().id();
		start("http://localhost:9000", "another long password");
		User admin = users().findByUsername("admin").orElseThrow();
		assertThat(admin.id()).isEqualTo(id);
		assertThat(passwords().matches(PASSWORD, admin.passwordHash().orElseThrow())).isTrue();
	}

	@Test
	default void refusesAWeakConfiguredPassword() {
		assertThatExceptionOfType(AdminPasswordRefused.class)
			.isThrownBy(() -> start("http://localhost:9000", "too short"))
			.withMessage("QUARTET_ADMIN_PASSWORD is refused: A password has at least 15 characters.");
		assertThat(users().count()).isZero();
	}

	@Test
	default void leavesAPersonAloneWhoHasTheName() {
		users().save(User.withRandomId(Profile.of("admin"), Instant.EPOCH));
		start("http://localhost:9000", PASSWORD);
		assertThat(users().countAdministrators()).isZero();
		assertThat(users().count()).isEqualTo(1);
	}

	@Test
	default void keepsOnlyTheNewestLink() {
		String first = administrator().newLink();
		String second = administrator().newLink();
		assertThat(administrator().isValid(first)).isFalse();
		assertThat(administrator().claim(first, PASSWORD)).isFalse();
		assertThat(administrator().isValid(second)).isTrue();
		assertThat(database().sql("select hash from one_time").query(String.class).list()).noneMatch(second::equals);
	}

	@Test
	default void createsOneAdministratorFromParallelPosts() throws InterruptedException, ExecutionException {
		String token = administrator().newLink();
		List<Callable<Boolean>> posts = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			String password = PASSWORD + i;
			posts.add(() -> administrator().claim(token, password));
		}
		assertThat(outcomes(posts)).filteredOn(Boolean::booleanValue).hasSize(1);
		assertThat(users().count()).isEqualTo(1);
		assertThat(administrator().isValid(token)).isFalse();
	}

	@Test
	default void createsOneAdministratorWhenInstancesStartTogether() throws InterruptedException, ExecutionException {
		List<Callable<Boolean>> starts = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			starts.add(() -> administrator().createWith(PASSWORD));
		}
		assertThat(outcomes(starts)).filteredOn(Boolean::booleanValue).hasSize(1);
		assertThat(users().count()).isEqualTo(1);
	}

	@Test
	default void showsTheFormBehindAValidLinkOnly() {
		assertThat(page().get().uri("/setup")).hasStatus(HttpStatus.GONE).hasViewName("setup/used");
		assertThat(page().get().uri("/setup").param("token", "guessed")).hasStatus(HttpStatus.GONE)
			.hasViewName("setup/used");
		String token = administrator().newLink();
		assertThat(page().get().uri("/setup").param("token", token)).hasStatusOk()
			.hasViewName("setup/setup")
			.hasHeader("Referrer-Policy", "no-referrer")
			.model()
			.containsEntry("username", "admin")
			.containsEntry("token", token)
			.containsEntry("errors", List.of());
	}

	@Test
	default void asksAgainForAPasswordThatBreaksTheRules() {
		String token = administrator().newLink();
		assertThat(page().post()
			.uri("/setup")
			.param("token", token)
			.param("password", "too short")
			.param("password-again", "too shirt")).hasViewName("setup/setup")
			.model()
			.extracting("errors")
			.hasToString("[A password has at least 15 characters., The two passwords are not the same.]");
		assertThat(administrator().isValid(token)).isTrue();
		assertThat(users().count()).isZero();
	}

	@Test
	default void createsTheAdministratorThroughTheFormOnce() {
		String token = administrator().newLink();
		assertThat(post(token)).hasStatus3xxRedirection().hasRedirectedUrl("/login");
		assertThat(users().countAdministrators()).isEqualTo(1);
		assertThat(post(token)).hasStatus(HttpStatus.GONE).hasViewName("setup/used");
	}

	private MvcTestResult post(String token) {
		return page().post()
			.uri("/setup")
			.param("token", token)
			.param("password", PASSWORD)
			.param("password-again", PASSWORD)
			.exchange();
	}

	private MockMvcTester page() {
		return MockMvcTester.of(new SetupController(administrator(), rules()));
	}

	private void start(String issuer, String password) {
		new SetupAtStart(new SetupSettings(issuer, password), rules(), administrator()).start();
	}

	private static <T> List<T> outcomes(List<Callable<T>> calls) throws InterruptedException, ExecutionException {
		ExecutorService threads = Executors.newFixedThreadPool(calls.size());
		try {
			List<T> outcomes = new ArrayList<>();
			for (Future<T> future : threads.invokeAll(calls)) {
				outcomes.add(future.get());
			}
			return outcomes;
		}
		finally {
			threads.shutdown();
		}
	}

}
