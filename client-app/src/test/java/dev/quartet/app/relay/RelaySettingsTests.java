package dev.quartet.app.relay;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads the list of what scripts may call. */
class RelaySettingsTests {

	private final ApplicationContextRunner app = new ApplicationContextRunner().withUserConfiguration(Settings.class,
			RelayedPaths.class);

	@Test
	void takesAListFromOneLine() {
		this.app.withPropertyValues("quartet.relay.paths=GET|HEAD /me,/notes/*")
			.run((context) -> assertThat(context.getBean(RelaySettings.class).paths()).containsExactly("GET|HEAD /me",
					"/notes/*"));
	}

	@Test
	void relaysNothingForAnEmptyLine() {
		this.app.withPropertyValues("quartet.relay.paths=")
			.run((context) -> assertThat(context.getBean(RelaySettings.class).paths()).isEmpty());
	}

	@Test
	void startsOnlyWithEntriesThatCanBeRead() {
		this.app.withPropertyValues("quartet.relay.paths=GET, POST /notes")
			.run((context) -> assertThat(context).hasFailed());
		this.app.withPropertyValues("quartet.relay.paths=notes").run((context) -> assertThat(context).hasFailed());
	}

	/** Binds them as the application does. */
	@TestConfiguration(proxyBeanMethods = false)
	@EnableConfigurationProperties(RelaySettings.class)
	static class Settings {

	}

}
