package dev.quartet.app.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** Shows that a file of lines is enough. */
class EnvFileTests {

	@Test
	void readsTheFileBesideTheApplication(@TempDir Path folder) throws IOException {
		Files.writeString(folder.resolve(".env"), """
				# A comment
				QUARTET_APP_CLIENT_SECRET=hush
				KEYCLOAK_CLIENT_ID=id
				KEYCLOAK_CLIENT_SECRET='hush=hush'
				KEYCLOAK_SERVER_METADATA_URL=https://id.example/.well-known/openid-configuration
				KEYCLOAK_TITLE=Schlüsselmantel
				GOOGLE_CLIENT_ID=
				""");
		Providers providers = read(folder.resolve(".env"));
		assertThat(providers.all()).extracting(Provider::title).containsExactly("Quartet", "Schlüsselmantel");
		assertThat(providers.all()).extracting(Provider::credentials)
			.containsExactly(new Credentials("quartet-app", "hush"), new Credentials("id", "hush=hush"));
		assertThat(providers.find("quartet").orElseThrow().issuer()).isEqualTo("http://localhost:9000");
	}

	@Test
	void startsWithoutTheFile(@TempDir Path folder) {
		assertThat(read(folder.resolve(".env")).all()).isEmpty();
	}

	/** As application.yml says it, but elsewhere. */
	private static Providers read(Path file) {
		MockEnvironment said = new MockEnvironment();
		ConfigDataEnvironmentPostProcessor.applyTo(said);
		String imported = said.getRequiredProperty("spring.config.import");
		assertThat(imported).startsWith("optional:file:.env[.properties]");
		MockEnvironment environment = new MockEnvironment();
		environment.setProperty("spring.config.import", imported.replace("file:.env", "file:" + file));
		ConfigDataEnvironmentPostProcessor.applyTo(environment);
		return new RegistryReader(environment).read();
	}

}
