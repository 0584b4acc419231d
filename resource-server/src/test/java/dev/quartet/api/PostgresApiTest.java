package dev.quartet.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/** Runs a test against the running application on a real PostgreSQL. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "quartet.api.resource=" + TestToken.RESOURCE, "quartet.api.notes.most=" + ApiTest.MOST_NOTES })
@ContextConfiguration(initializers = { TestIssuer.Registration.class, PostgresDatabase.class })
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Import(ApiClient.class)
public @interface PostgresApiTest {

}
