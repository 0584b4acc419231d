package dev.quartet.app.recording;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.quartet.app.fakes.TestClock;
import dev.quartet.app.secrets.Seal;
import dev.quartet.app.secrets.TestSeal;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings up the recorder with a database, and nothing else. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@JdbcTest
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@ActiveProfiles("demo")
@Import({ RecordingConfiguration.class, RecordingStore.Surroundings.class })
@interface RecordingStore {

	/** What the recorder needs besides. */
	@EnableConfigurationProperties(ApiAddress.class)
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
