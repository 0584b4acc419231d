package dev.quartet.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/** Runs a test against the one running application that all such tests share, on H2. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:api;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
				"quartet.api.resource=" + TestToken.RESOURCE, "quartet.api.notes.most=" + ApiTest.MOST_NOTES,
				"quartet.api.uses.client-id=notes-api", "quartet.api.uses.client-secret=told-to-nobody-at-all",
				"quartet.api.uses.every=1h", "quartet.api.cors.origins=" + ApiTest.ORIGIN,
				"quartet.api.observed.access-log=true",
				"management.endpoints.web.exposure.include=health,metrics,prometheus" })
@ContextConfiguration(initializers = TestIssuer.Registration.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Import({ ApiClient.class, FailingApi.class })
public @interface ApiTest {

	/** How many notes an owner may keep in tests. */
	int MOST_NOTES = 12;

	/** Is the origin of the only web page that may call. */
	String ORIGIN = "https://page.example";

}
