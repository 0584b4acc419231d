package dev.quartet.app.fakes;

import java.time.Clock;
import java.time.Duration;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Holds what surrounds the application under test. */
public final class World implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	public static final TestClock CLOCK = new TestClock();

	public static final FakeProvider PROVIDER = new FakeProvider(CLOCK);

	public static final FakeApi API = new FakeApi(PROVIDER);

	private static final int PORT = FakeServer.freePort();

	public static final String APP = "http://localhost:" + PORT;

	/** Puts everything in order before a test. */
	public static void reset() {
		PROVIDER.faults = new Faults();
		PROVIDER.refreshes.set(0);
		PROVIDER.signIns.set(0);
		PROVIDER.start();
		API.clear();
		API.start();
		// Look-ups of the server are shared for a second.
		CLOCK.forward(Duration.ofSeconds(5));
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestPropertyValues
			.of("server.port=" + PORT, "quartet.app.url=" + APP, "quartet.provider.issuer=" + PROVIDER.url(),
					"quartet.provider.client-secret=" + FakeProvider.CLIENT_SECRET, "quartet.api.url=" + API.url())
			.applyTo(context);
	}

	/** Lets tests put the clock forward. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Clocks {

		@Bean
		@Primary
		Clock testClock() {
			return CLOCK;
		}

	}

}
