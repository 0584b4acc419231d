package dev.quartet.auth.authorizations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.quartet.auth.users.Users;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Promises that no grant says more or lasts longer than its person allows by then. */
interface ConsentCeilingContract {

	ApplicationContext server();

	@Test
	default void makesAGrantThatSheStillAllows() {
		OAuth2Authorization allowed = allowed();
		make(allowed, (userId, clientId, scopes) -> {
			assertThat(userId).isEqualTo("alice");
			assertThat(clientId).isEqualTo("quartet-app");
			assertThat(scopes).isEqualTo(StoredFlow.SCOPES);
			return new StandingConsents.Standing(scopes, null);
		});
		assertThat(grant(allowed)).isPresent();
	}

	@Test
	default void makesNoneOfWhatSheTookBackInPart() {
		OAuth2Authorization allowed = allowed();
		assertThatExceptionOfType(OAuth2AuthenticationException.class)
			.isThrownBy(() -> make(allowed,
					(userId, clientId, scopes) -> new StandingConsents.Standing(Set.of("openid"), null)))
			.satisfies((refusal) -> assertThat(refusal.getError().getErrorCode()).isEqualTo("invalid_grant"));
		assertThat(grant(allowed)).isEmpty();
	}

	@Test
	default void endsWhenHerConsentDoes() {
		OAuth2Authorization allowed = allowed();
		Instant soon = server().getBean(Clock.class).instant().plus(Duration.ofHours(1));
		make(allowed, (userId, clientId, scopes) -> new StandingConsents.Standing(scopes, soon));
		Grant grant = grant(allowed).orElseThrow();
		assertThat(grant.expiresAt()).isBefore(soon.plusMillis(1)).isEqualTo(grant.idleUntil());
	}

	@Test
	default void lastsNoLongerThanAnyOtherWhateverSheAllows() {
		OAuth2Authorization allowed = allowed();
		Instant never = server().getBean(Clock.class).instant().plus(Duration.ofDays(1000));
		make(allowed, (userId, clientId, scopes) -> new StandingConsents.Standing(scopes, never));
		assertThat(grant(allowed).orElseThrow().expiresAt()).isBefore(never.minus(Duration.ofDays(900)));
	}

	@Test
	default void waitsForWhatSheTakesBackAtTheSameMoment() {
		OAuth2Authorization allowed = allowed();
		Grants grants = server().getBean(Grants.class);
		ExecutorService other = Executors.newSingleThreadExecutor();
		Future<?> making = Objects.requireNonNull(transaction().execute((status) -> {
			grants.lockPerson("alice");
			Future<?> late = other
				.submit(() -> make(allowed, (userId, clientId, scopes) -> new StandingConsents.Standing(scopes, null)));
			assertThat(late).failsWithin(Duration.ofMillis(300));
			return late;
		}));
		assertThat(making).succeedsWithin(Duration.ofSeconds(10));
		other.shutdownNow();
		assertThat(grant(allowed)).isPresent();
	}

	@Test
	default void makesNoneInASessionThatEndsAtTheSameMoment() {
		OAuth2Authorization allowed = allowed();
		SignIn signIn = Objects.requireNonNull(allowed.getAttribute(SignIn.class.getName()));
		ExecutorService other = Executors.newSingleThreadExecutor();
		Future<?> making = Objects.requireNonNull(transaction().execute((status) -> {
			server().getBean(SessionGrants.class).end("alice", Objects.requireNonNull(signIn.sid()));
			Future<?> late = other
				.submit(() -> make(allowed, (userId, clientId, scopes) -> new StandingConsents.Standing(scopes, null)));
			assertThat(late).failsWithin(Duration.ofMillis(300));
			return late;
		}));
		assertThat(making).failsWithin(Duration.ofSeconds(10))
			.withThrowableThat()
			.withRootCauseInstanceOf(OAuth2AuthenticationException.class);
		other.shutdownNow();
		assertThat(grant(allowed)).isEmpty();
		// others use the same session
		server().getBean(JdbcClient.class).sql("delete from seen where kind = 'ENDED_SESSION'").update();
	}

	private void make(OAuth2Authorization allowed, StandingConsents consents) {
		StaticListableBeanFactory mine = new StaticListableBeanFactory();
		mine.addBean("consents", consents);
		Grants grants = server().getBean(Grants.class);
		ConsentCeiling ceiling = new ConsentCeiling(grants, server().getBean(SessionGrants.class),
				mine.getBeanProvider(StandingConsents.class), server().getBean(RegisteredClientRepository.class),
				server().getBean(Users.class));
		NewGrants newGrants = new NewGrants(grants, server().getBean(GrantChanges.class), ceiling,
				server().getBean(GrantSettings.class), server(), server().getBean(Clock.class));
		transaction().executeWithoutResult((status) -> newGrants.make(allowed));
	}

	private OAuth2Authorization allowed() {
		StoredFlow flow = new StoredFlow(server());
		return Objects.requireNonNull(flow.find(flow.code(), "code"));
	}

	private Optional<Grant> grant(OAuth2Authorization allowed) {
		return server().getBean(Grants.class).findById(UUID.fromString(allowed.getId()));
	}

	private TransactionTemplate transaction() {
		return new TransactionTemplate(server().getBean(PlatformTransactionManager.class));
	}

}
