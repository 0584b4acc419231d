package dev.quartet.app.flow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.security.SecureRandom;
import java.time.Clock;

import dev.quartet.app.recording.Recorder;
import dev.quartet.app.recording.SampleFlows;
import dev.quartet.app.recording.SampleProvider;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** Runs the flow explorer in the profile {@code demo}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = DemoApp.Parts.class)
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@ContextConfiguration(initializers = DemoApp.Addresses.class)
@interface DemoApp {

	String PACKAGES = "dev.quartet.app.";

	SampleProvider PROVIDER = new SampleProvider();

	/** Says where everything is. */
	class Addresses implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			TestPropertyValues
				.of("quartet.api.url=" + PROVIDER.url() + "/api",
						"spring.datasource.url=jdbc:h2:mem:demo;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
								+ "DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1")
				.applyTo(context);
		}

	}

	/**
	 * Is the part of the application that shows flows, with sign-ins to look at. No
	 * stereotype stands here: the application would find it.
	 */
	@EnableAutoConfiguration(exclude = JdbcSessionAutoConfiguration.class)
	@ComponentScan({ PACKAGES + "flow", PACKAGES + "outbound", PACKAGES + "recording", PACKAGES + "secrets",
			PACKAGES + "web" })
	@ConfigurationPropertiesScan({ PACKAGES + "recording", PACKAGES + "secrets", PACKAGES + "web" })
	class Parts {

		@Bean
		SampleFlows sampleFlows(Recorder recorder, ClientHttpRequestFactory outbound) {
			return new SampleFlows(PROVIDER, recorder, outbound);
		}

		@Bean
		SecurityFilterChain open(HttpSecurity http) {
			return http.authorizeHttpRequests((rules) -> rules.anyRequest().permitAll()).build();
		}

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

		@Bean
		SecureRandom secureRandom() {
			return new SecureRandom();
		}

	}

}
