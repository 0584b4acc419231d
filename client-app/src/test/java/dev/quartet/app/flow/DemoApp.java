package dev.quartet.app.flow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.quartet.app.ClientApp;
import dev.quartet.app.recording.Recorder;
import dev.quartet.app.recording.SampleFlows;
import dev.quartet.app.recording.SampleProvider;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** Runs the application in the profile {@code demo}, with sign-ins to look at. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = { ClientApp.class, DemoApp.Samples.class })
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@ContextConfiguration(initializers = DemoApp.Addresses.class)
@interface DemoApp {

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

	/** Offers sign-ins. */
	@TestConfiguration(proxyBeanMethods = false)
	class Samples {

		@Bean
		SampleFlows sampleFlows(Recorder recorder, ClientHttpRequestFactory outbound) {
			return new SampleFlows(PROVIDER, recorder, outbound);
		}

	}

}
