package dev.quartet.auth.flow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * Runs a test against one real server on H2 with the demo's people and clients; all such
 * tests share it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "quartet.data=target/flow", "quartet.purge.every=1h", "quartet.logout.send-every=100ms",
				"quartet.registration.mode=by-token", "quartet.client-guesses.per-minute=1000000",
				"spring.datasource.url=jdbc:h2:mem:flow;MODE=PostgreSQL;"
						+ "DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1" })
@ActiveProfiles("demo")
@Import(FlowConfiguration.class)
public @interface QuartetServer {

}
