package dev.quartet.auth.seed;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * Starts one real PostgreSQL for all tests: in a container where Docker answers, else
 * from its binaries.
 */
class TestPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		Address address = Running.ADDRESS;
		TestPropertyValues
			.of("spring.datasource.url=" + address.url, "spring.datasource.username=" + address.user,
					"spring.datasource.password=" + address.password)
			.applyTo(context);
	}

	/** Says where the database listens. */
	private record Address(String url, String user, String password) {
	}

	/**
	 * Starts the database when it is first asked for, and leaves it to the end of the
	 * tests.
	 */
	private static final class Running {

		static final Address ADDRESS = start();

		private static Address start() {
			try {
				return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
			}
			catch (ContainerFetchException ex) {
				// An engine answers, yet it neither has the image nor reaches a registry.
				return embedded();
			}
		}

		private static Address container() {
			PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18");
			postgres.start();
			return new Address(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
		}

		private static Address embedded() {
			try {
				EmbeddedPostgres postgres = EmbeddedPostgres.start();
				return new Address(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
