package dev.quartet.auth.seed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.core.env.PropertyResolver;
import org.springframework.util.PlaceholderResolutionException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads the values of one seed file as they are written: {@code no} is a text, not a
 * boolean, and {@code 007} keeps its zeros.
 */
class SeedScalars {

	private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.TIMESTAMP, Tag.NULL,
			Tag.MERGE, Tag.MAP, Tag.SEQ);

	private static final int LONGEST_VALUE = 10_000;

	private final String file;

	private final PropertyResolver placeholders;

	private final SeedProblems problems;

	SeedScalars(String file, PropertyResolver placeholders, SeedProblems problems) {
		this.file = file;
		this.placeholders = placeholders;
		this.problems = problems;
	}

	Place place(Node node) {
		return Place.of(this.file, node.getStartMark());
	}

	void refuse(Place place, String problem) {
		this.problems.add(place, problem);
	}

	/**
	 * Tells whether the node is of the kind, and refuses what makes a small file a huge
	 * one.
	 */
	boolean is(Node node, NodeId kind, String path, String expected) {
		if (node.getAnchor() != null) {
			refuse(place(node), path + ": anchors and aliases are refused; write the value out");
			return false;
		}
		if (!PLAIN.contains(node.getTag())) {
			refuse(place(node), "%s: the tag %s is refused".formatted(path, node.getTag()));
			return false;
		}
		if (node.getNodeId() != kind || node.getTag().equals(Tag.NULL)) {
			refuse(place(node), "%s: expected %s but found %s".formatted(path, expected, found(node)));
			return false;
		}
		return true;
	}

	Optional<SeedText> text(Node node, String path, int maxLength) {
		if (!is(node, NodeId.scalar, path, "text")) {
			return Optional.empty();
		}
		return resolve((ScalarNode) node, path).filter((value) -> fits(node, value, path, maxLength))
			.map((value) -> new SeedText(value, place(node)));
	}

	/** Gives what is written, each scalar as text. */
	Map<String, Object> object(MappingNode node, String path) {
		Map<String, Object> object = new LinkedHashMap<>();
		for (NodeTuple tuple : node.getValue()) {
			text(tuple.getKeyNode(), path, LONGEST_VALUE)
				.ifPresent((key) -> tree(tuple.getValueNode(), path + "." + key.value())
					.ifPresent((value) -> object.put(key.value(), value)));
		}
		return object;
	}

	private Optional<Object> tree(Node node, String path) {
		return switch (node.getNodeId()) {
			case mapping -> is(node, NodeId.mapping, path, "a map of keys")
					? Optional.of(object((MappingNode) node, path)) : Optional.empty();
			case sequence -> is(node, NodeId.sequence, path, "a list") ? Optional
				.of(((SequenceNode) node).getValue().stream().flatMap((item) -> tree(item, path).stream()).toList())
					: Optional.empty();
			default -> text(node, path, LONGEST_VALUE).map(SeedText::value);
		};
	}

	// The exception's own message shows the value, which may be a secret.
	private Optional<String> resolve(ScalarNode node, String path) {
		try {
			return Optional.of(this.placeholders.resolveRequiredPlaceholders(node.getValue()));
		}
		catch (PlaceholderResolutionException ex) {
			refuse(place(node), "%s: ${%s} is not set and has no default".formatted(path, ex.getPlaceholder()));
			return Optional.empty();
		}
	}

	private boolean fits(Node node, String value, String path, int maxLength) {
		if (value.isBlank()) {
			refuse(place(node), path + ": expected text but found nothing; leave the key out to say nothing");
			return false;
		}
		if (value.length() > maxLength || value.chars().anyMatch(Character::isISOControl)) {
			refuse(place(node), "%s: expected at most %d characters on one line".formatted(path, maxLength));
			return false;
		}
		return true;
	}

	private static String found(Node node) {
		return switch (node.getNodeId()) {
			case scalar -> node.getTag().equals(Tag.NULL) ? "nothing" : "text";
			case sequence -> "a list";
			default -> "a map of keys";
		};
	}

}
