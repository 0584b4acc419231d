package dev.quartet.app.experiments;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.quartet.app.ClientApp;
import dev.quartet.app.fakes.FakeHub;
import dev.quartet.app.fakes.Neighbours;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs the application in the profile {@code demo} among fake providers of every kind.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = { ClientApp.class, Neighbours.Clocks.class },
		webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = DemoProviders.Place.class)
@ActiveProfiles("demo")
@interface DemoProviders {

	/** Gives it an address and a database of its own. */
	class Place implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		private static final int PORT = FakeHub.freePort();

		static final String APP = "http://localhost:" + PORT;

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			new Neighbours().initialize(context);
			TestPropertyValues
				.of("server.port=" + PORT, "quartet.app.url=" + APP,
						"spring.datasource.url=jdbc:h2:mem:experiments;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
								+ "DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1")
				.applyTo(context);
		}

	}

}
