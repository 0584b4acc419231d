package dev.quartet.auth.seed;

import java.util.List;

import dev.quartet.auth.users.TestPasswordRules;
import org.springframework.mock.env.MockEnvironment;

/** Reads seeds that are written in a test. */
final class TestSeeds {

	private TestSeeds() {
	}

	static Seed read(String yaml) {
		return reader(new MockEnvironment()).read(List.of(new SeedFile("quartet.yml", yaml)));
	}

	static Seed readInDemo(SeedFile... files) {
		return reader(new MockEnvironment().withProperty("spring.profiles.active", "demo")).read(List.of(files));
	}

	static SeedReader reader(MockEnvironment environment) {
		return new SeedReader(environment, TestPasswordRules.of(environment));
	}

}
