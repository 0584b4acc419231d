package dev.quartet.auth.seed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import dev.quartet.auth.web.Nearest;

/**
 * Is one map of a seed file: a client, a person, a resource, a scope or the file itself.
 */
class SeedEntry {

	private static final int LONGEST_FLAG = 10;

	private final SeedScalars scalars;

	private final String path;

	private final Place place;

	private final Map<String, Node> values = new LinkedHashMap<>();

	SeedEntry(MappingNode node, String path, List<String> knownKeys, SeedScalars scalars) {
		this.scalars = scalars;
		this.path = path;
		this.place = scalars.place(node);
		node.getValue().forEach((tuple) -> add(tuple, knownKeys));
	}

	Place place() {
		return this.place;
	}

	boolean has(String key) {
		return this.values.containsKey(key);
	}

	/** Gives the keys that start like this, in the order of the file. */
	List<String> keys(String start) {
		return this.values.keySet().stream().filter((key) -> key.startsWith(start)).toList();
	}

	/** Refuses the value of a key, or the entry when the key is missing. */
	void refuse(String key, String problem) {
		Node node = this.values.get(key);
		refuse((node != null) ? this.scalars.place(node) : this.place, key, problem);
	}

	void refuse(Place place, String key, String problem) {
		this.scalars.refuse(place, name(key) + ": " + problem);
	}

	/**
	 * Gives a text that stands for nothing when the key is missing, after refusing that.
	 */
	SeedText required(String key, int maxLength) {
		if (!has(key)) {
			this.scalars.refuse(this.place, "%s needs the key \"%s\"".formatted(this.path, key));
		}
		return text(key, maxLength).orElseGet(() -> new SeedText("", this.place));
	}

	Optional<SeedText> text(String key, int maxLength) {
		Node node = this.values.get(key);
		return (node != null) ? this.scalars.text(node, name(key), maxLength) : Optional.empty();
	}

	@Nullable String textOrNull(String key, int maxLength) {
		return text(key, maxLength).map(SeedText::value).orElse(null);
	}

	boolean flag(String key, boolean otherwise) {
		Optional<String> value = text(key, LONGEST_FLAG).map(SeedText::value);
		value.filter((word) -> !word.equals("true") && !word.equals("false"))
			.ifPresent((word) -> refuse(key, "expected true or false"));
		return value.map("true"::equals).orElse(otherwise);
	}

	/** Gives the one text or the several texts of a list. */
	List<SeedText> textOrTexts(String key, int maxLength) {
		Node node = this.values.get(key);
		boolean one = node != null && node.getNodeId() == NodeId.scalar;
		return one ? text(key, maxLength).stream().toList() : texts(key, maxLength);
	}

	List<SeedText> texts(String key, int maxLength) {
		List<SeedText> texts = new ArrayList<>();
		items(key, "a list", (item, itemPath) -> this.scalars.text(item, itemPath, maxLength).ifPresent(texts::add));
		return texts;
	}

	/** Gives a map as it is written, for example a key set. */
	Optional<Map<String, Object>> object(String key) {
		Node node = this.values.get(key);
		return (node != null && this.scalars.is(node, NodeId.mapping, name(key), "a map of keys"))
				? Optional.of(this.scalars.object((MappingNode) node, name(key))) : Optional.empty();
	}

	List<SeedEntry> entries(String key, List<String> knownKeys) {
		List<SeedEntry> entries = new ArrayList<>();
		items(key, "a list of maps", (item, itemPath) -> {
			if (this.scalars.is(item, NodeId.mapping, itemPath, "a map of keys")) {
				entries.add(new SeedEntry((MappingNode) item, itemPath, knownKeys, this.scalars));
			}
		});
		return entries;
	}

	private void items(String key, String expected, BiConsumer<Node, String> read) {
		Node node = this.values.get(key);
		if (node == null || !this.scalars.is(node, NodeId.sequence, name(key), expected)) {
			return;
		}
		List<Node> items = ((SequenceNode) node).getValue();
		for (int i = 0; i < items.size(); i++) {
			read.accept(items.get(i), "%s[%d]".formatted(name(key), i));
		}
	}

	private void add(NodeTuple tuple, List<String> knownKeys) {
		Node keyNode = tuple.getKeyNode();
		if (!this.scalars.is(keyNode, NodeId.scalar, where(), "a key")) {
			return;
		}
		String key = ((ScalarNode) keyNode).getValue();
		if (!isKnown(key, knownKeys)) {
			this.scalars.refuse(this.scalars.place(keyNode),
					"unknown key \"%s\" in %s%s".formatted(key, where(), Nearest.hint(key, knownKeys)));
		}
		else if (this.values.putIfAbsent(key, tuple.getValueNode()) != null) {
			this.scalars.refuse(this.scalars.place(keyNode), name(key) + ": the key is written twice");
		}
	}

	// A known key that ends with # stands for itself in every language.
	private static boolean isKnown(String key, List<String> knownKeys) {
		int tag = key.indexOf('#');
		return (tag < 0) ? knownKeys.contains(key) : knownKeys.contains(key.substring(0, tag + 1));
	}

	private String name(String key) {
		return this.path.isEmpty() ? key : this.path + "." + key;
	}

	private String where() {
		return this.path.isEmpty() ? "the seed" : this.path;
	}

}
