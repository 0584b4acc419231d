package dev.quartet.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts a PostgreSQL: in a container where Docker has the images, else from its
 * binaries.
 */
class PostgresDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final String POSTGRES = "postgres:18";

	private static final String REAPER = "testcontainers/ryuk:0.14.0";

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		(imagesAreHere() ? inContainer() : fromBinaries()).applyTo(context);
	}

	// Testcontainers itself would try for minutes to pull what no registry answers for.
	private static boolean imagesAreHere() {
		ProcessBuilder inspect = new ProcessBuilder("docker", "image", "inspect", POSTGRES, REAPER);
		try {
			return inspect.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start().waitFor() == 0;
		}
		catch (IOException noDocker) {
			return false;
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static TestPropertyValues inContainer() {
		PostgreSQLContainer database = new PostgreSQLContainer(POSTGRES);
		database.start();
		return settings(database.getJdbcUrl(), database.getUsername(), database.getPassword());
	}

	private static TestPropertyValues fromBinaries() {
		try {
			EmbeddedPostgres database = EmbeddedPostgres.start();
			return settings(database.getJdbcUrl("postgres", "postgres"), "postgres", "");
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static TestPropertyValues settings(String url, String user, String password) {
		return TestPropertyValues.of("spring.datasource.url=" + url, "spring.datasource.username=" + user,
				"spring.datasource.password=" + password);
	}

}
