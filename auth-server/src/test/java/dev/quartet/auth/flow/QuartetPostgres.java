package dev.quartet.auth.flow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.quartet.auth.seed.TestPostgres;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs a test against one real server on PostgreSQL with the demo's people and clients;
 * all such tests share it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "quartet.data=target/flow", "quartet.purge.every=1h", "quartet.logout.send-every=100ms",
				"quartet.registration.mode=open", "quartet.registration.open-at-all=21",
				"quartet.client-guesses.per-minute=1000000" })
@ActiveProfiles("demo")
@Import(FlowConfiguration.class)
@ContextConfiguration(initializers = QuartetPostgres.OwnDatabase.class)
public @interface QuartetPostgres {

	/** Keeps the sessions and grants of this server apart from what other tests store. */
	class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			TestPostgres.initialize(context, "flow");
		}

	}

}
