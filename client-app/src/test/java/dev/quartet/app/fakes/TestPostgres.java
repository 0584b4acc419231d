package dev.quartet.app.fakes;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Starts one real PostgreSQL from its binaries for all tests. */
public class TestPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestPropertyValues
			.of("spring.datasource.url=" + url(), "spring.datasource.username=postgres", "spring.datasource.password=")
			.applyTo(context);
	}

	public static String url() {
		return Running.URL;
	}

	/** A database of its own. */
	public static String url(String name) {
		JdbcClient.create(new DriverManagerDataSource(url())).sql("create database " + name).update();
		return url().replaceFirst("/postgres\\?", "/" + name + "?");
	}

	/** Starts it when it is first asked for, and leaves it to the end of the tests. */
	private static final class Running {

		static final String URL = start();

		private static String start() {
			try {
				return EmbeddedPostgres.start().getJdbcUrl("postgres", "postgres");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
