package dev.quartet.auth.seed;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;

import dev.quartet.auth.users.PasswordRules;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;

/** Reads seed files, and refuses what is wrong in them with file, line and column. */
@Component
class SeedReader {

	private static final List<String> KEYS = List.of("resources", "people", "clients");

	private static final int DEEPEST = 20;

	private final Environment environment;

	private final ResourceReader resources = new ResourceReader();

	private final PersonReader people;

	private final ClientReader clients;

	SeedReader(Environment environment, PasswordRules passwordRules) {
		this.environment = environment;
		this.people = new PersonReader(passwordRules);
		this.clients = new ClientReader(new ClientSecretReader(environment.acceptsProfiles(Profiles.of("demo"))));
	}

	Seed read(List<SeedFile> files) {
		SeedProblems problems = new SeedProblems();
		Seed seed = new Seed(problems);
		files.forEach((file) -> read(file, seed, problems));
		problems.refuseIfAny();
		return seed;
	}

	private void read(SeedFile file, Seed seed, SeedProblems problems) {
		SeedScalars scalars = new SeedScalars(file.name(), this.environment, problems);
		compose(file, problems).filter((root) -> scalars.is(root, NodeId.mapping, "the seed", "a map of keys"))
			.map((root) -> new SeedEntry((MappingNode) root, "", KEYS, scalars))
			.ifPresent((root) -> {
				root.entries("resources", ResourceReader.KEYS).forEach((entry) -> seed.add(this.resources.read(entry)));
				root.entries("people", PersonReader.KEYS).forEach((entry) -> seed.add(this.people.read(entry)));
				root.entries("clients", ClientReader.KEYS).forEach((entry) -> seed.add(this.clients.read(entry)));
			});
	}

	// Only nodes are made, never objects, so no tag can name a class. The parser's own
	// messages would show lines of
	// the file, and thereby secrets.
	private static Optional<Node> compose(SeedFile file, SeedProblems problems) {
		LoaderOptions options = new LoaderOptions();
		options.setNestingDepthLimit(DEEPEST);
		try {
			return Optional.ofNullable(new Yaml(options).compose(new StringReader(file.text())));
		}
		catch (MarkedYAMLException ex) {
			problems.add(Place.of(file.name(), ex.getProblemMark()), "this is not YAML: " + ex.getProblem());
		}
		catch (YAMLException ex) {
			problems.add(new Place(file.name(), 1, 1),
					"this is not YAML: it holds control characters or is nested too deep");
		}
		return Optional.empty();
	}

}
