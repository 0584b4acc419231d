package dev.quartet.api.access.proof;

import java.time.Clock;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which of several databases remembers proofs: the one that is marked, and never memory.
 */
class SeveralDatabasesTests {

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withUserConfiguration(ProofConfiguration.class)
		.withBean(Clock.class, Clock::systemUTC)
		.withPropertyValues("quartet.api.resource=https://api.example")
		.withBean("orders", DataSource.class, DriverManagerDataSource::new);

	@Test
	void doesNotStartWhenNobodySaysWhich() {
		service.withBean("archive", DataSource.class, DriverManagerDataSource::new)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("several databases: mark the one that remembers DPoP proofs as @Primary"));
	}

	@Test
	void startsWithoutDpop() {
		service.withPropertyValues("quartet.api.dpop.enabled=false")
			.withBean("archive", DataSource.class, DriverManagerDataSource::new)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void remembersInTheMarkedOne() {
		service.withPropertyValues("quartet.api.dpop.enabled=false")
			.withBean("archive", DataSource.class, DriverManagerDataSource::new, (bean) -> bean.setPrimary(true))
			.run((context) -> assertThat(context).getBean(SeenProofs.class).isInstanceOf(SeenProofsInDatabase.class));
	}

}
