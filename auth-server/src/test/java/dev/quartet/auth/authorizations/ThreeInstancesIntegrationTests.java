package dev.quartet.auth.authorizations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.quartet.auth.flow.QuartetPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Proves that three servers, each a process of its own on one PostgreSQL, are as exact as
 * one.
 */
@QuartetPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreeInstancesIntegrationTests {

	private static final int ROUNDS = 10;

	private final ApplicationContext server;

	private final List<Instance> instances = new ArrayList<>();

	ThreeInstancesIntegrationTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@BeforeAll
	void start() {
		Stream.generate(this::instance).limit(3).forEach(this.instances::add);
		this.instances.forEach(Instance::awaitReady);
	}

	@AfterAll
	void stop() {
		this.instances.forEach(Instance::kill);
	}

	@ParameterizedTest
	@EnumSource
	void letOneOfAllTheirCallersWin(OneTimeThing thing) {
		StoredFlow flow = new StoredFlow(this.server);
		for (int round = 0; round < ROUNDS; round++) {
			assertThat(winners(thing, thing.issue(flow))).isEqualTo(1);
		}
	}

	@Test
	void giveAllTheirCallersTheSameRefreshToken() {
		StoredFlow flow = new StoredFlow(this.server);
		for (int round = 0; round < ROUNDS; round++) {
			String token = flow.refreshToken();
			assertThat(answers(RacingInstance.REFRESH, token).distinct()).singleElement()
				.satisfies((successor) -> assertThat(flow.refresh(successor)).isNotEmpty());
		}
	}

	@Test
	void knowAfterARestartWhatWasUsedAndWhatWasNot() {
		StoredFlow flow = new StoredFlow(this.server);
		Map<OneTimeThing, String> used = issue(flow);
		Map<OneTimeThing, String> unused = issue(flow);
		used.forEach((thing, secret) -> assertThat(winners(thing, secret)).isEqualTo(1));
		this.instances.get(0).kill();
		this.instances.set(0, instance());
		this.instances.get(0).awaitReady();
		used.forEach((thing, secret) -> assertThat(winners(thing, secret)).isZero());
		unused.forEach((thing, secret) -> assertThat(winners(thing, secret)).isEqualTo(1));
	}

	private static Map<OneTimeThing, String> issue(StoredFlow flow) {
		return Stream.of(OneTimeThing.values())
			.collect(Collectors.toMap(Function.identity(), (thing) -> thing.issue(flow)));
	}

	private int winners(OneTimeThing thing, String secret) {
		return answers(thing.name(), secret).mapToInt(Integer::parseInt).sum();
	}

	private Stream<String> answers(String order, String secret) {
		this.instances.forEach((instance) -> instance.order(order + " " + secret));
		return this.instances.stream().map(Instance::answer).toList().stream();
	}

	private Instance instance() {
		return new Instance("--spring.profiles.active=demo", "--server.port=0", "--quartet.data=target/flow",
				"--logging.level.root=off", "--spring.main.banner-mode=off", setting("spring.datasource.url"),
				setting("spring.datasource.username"), setting("spring.datasource.password"));
	}

	private String setting(String name) {
		return "--" + name + "=" + this.server.getEnvironment().getProperty(name, "");
	}

	/** Is one server process. */
	private static final class Instance {

		private final Process process;

		private final BufferedReader answers;

		private Instance(String... settings) {
			List<String> command = new ArrayList<>(
					List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
							"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
							RacingInstance.class.getName()));
			command.addAll(List.of(settings));
			try {
				this.process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
				this.answers = this.process.inputReader();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		void awaitReady() {
			assertThat(answer()).isEqualTo("ready");
		}

		void order(String order) {
			try {
				this.process.outputWriter().append(order).append('\n').flush();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		String answer() {
			try {
				return Objects.requireNonNull(this.answers.readLine(), "The server ended");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		void kill() {
			this.process.destroyForcibly();
		}

	}

}
