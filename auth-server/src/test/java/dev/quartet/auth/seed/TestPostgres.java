package dev.quartet.auth.seed;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.github.dockerjava.api.exception.NotFoundException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * Starts one real PostgreSQL for all tests: in a container where Docker answers and has
 * the image, else from its binaries.
 */
public class TestPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		use(Running.ADDRESS, context);
	}

	/** Lets a context have a database of its own. */
	public static void initialize(ConfigurableApplicationContext context, String database) {
		Address server = Running.ADDRESS;
		JdbcClient.create(new DriverManagerDataSource(server.url, server.user, server.password))
			.sql("create database " + database)
			.update();
		String url = server.url.replaceFirst("(//[^/]+/)[^?]+", "$1" + database);
		use(new Address(url, server.user, server.password), context);
	}

	private static void use(Address address, ConfigurableApplicationContext context) {
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

		private static final String IMAGE = "postgres:18";

		static final Address ADDRESS = start();

		private static Address start() {
			return (DockerClientFactory.instance().isDockerAvailable() && hasImage()) ? container() : embedded();
		}

		// An engine that would first have to pull the image may have no registry to pull
		// it from.
		private static boolean hasImage() {
			try {
				DockerClientFactory.lazyClient().inspectImageCmd(IMAGE).exec();
				return true;
			}
			catch (NotFoundException ex) {
				return false;
			}
		}

		private static Address container() {
			PostgreSQLContainer postgres = new PostgreSQLContainer(IMAGE);
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
