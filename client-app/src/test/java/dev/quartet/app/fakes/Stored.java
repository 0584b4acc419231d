package dev.quartet.app.fakes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.quartet.app.identities.Identities;
import dev.quartet.app.pending.PendingLogins;
import dev.quartet.app.secrets.Seal;
import dev.quartet.app.secrets.TestSeal;
import dev.quartet.app.tokens.TokenSets;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings up what stores sign-ins, people and tokens, with a database and nothing else.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@JdbcTest
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import({ PendingLogins.class, Identities.class, TokenSets.class, Stored.Surroundings.class })
public @interface Stored {

	/** What the stores need besides. */
	@TestConfiguration(proxyBeanMethods = false)
	class Surroundings {

		@Bean
		@Primary
		TestClock testClock() {
			return new TestClock();
		}

		@Bean
		Seal seal() {
			return TestSeal.seal();
		}

		@Bean
		JsonMapper jsonMapper() {
			return JsonMapper.builder().build();
		}

	}

}
