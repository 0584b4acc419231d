package dev.quartet.app.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON into parts that may be kept. */
final class JsonParts {

	static final int MOST = 300;

	private final JsonMapper mapper;

	private final Redaction redaction;

	JsonParts(JsonMapper mapper, Redaction redaction) {
		this.mapper = mapper;
		this.redaction = redaction;
	}

	/** Reads a JSON object; empty for anything else. */
	Optional<List<Part>> object(byte[] json) {
		return tree(json).filter(JsonNode::isObject).map((tree) -> members(tree, new Room()));
	}

	/** Reads any JSON; empty for what is none. */
	Optional<List<Part>> any(byte[] json) {
		return tree(json).map((tree) -> tree.isObject() ? members(tree, new Room()) : elements("", tree, new Room()));
	}

	private Optional<JsonNode> tree(byte[] json) {
		try {
			JsonNode tree = this.mapper.readTree(json);
			return tree.isContainer() ? Optional.of(tree) : Optional.empty();
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	private List<Part> members(JsonNode object, Room room) {
		boolean key = object.has("kty");
		List<Part> parts = new ArrayList<>();
		for (Map.Entry<String, JsonNode> member : object.properties()) {
			if (room.isTaken()) {
				break;
			}
			parts.add(member(member.getKey(), member.getValue(), key, room));
		}
		return parts;
	}

	private Part member(String name, JsonNode value, boolean key, Room room) {
		if (key && SecretNames.isPrivateKey(name)) {
			return new Part(name, Value.hidden(this.redaction.hide("secret", value.toString())));
		}
		return new Part(this.redaction.text(name), value(name, value, room));
	}

	private Value value(String name, JsonNode node, Room room) {
		if (node.isObject()) {
			return SecretNames.kindOf(name, node.toString())
				.map((kind) -> Value.hidden(this.redaction.hide(kind, node.toString())))
				.orElseGet(() -> Value.parts(members(node, room)));
		}
		if (node.isArray()) {
			return isPlain(name, node) ? Value.text(this.redaction.text(list(node)))
					: Value.parts(elements(name, node, room));
		}
		return this.redaction.value(name, node.asString());
	}

	private List<Part> elements(String name, JsonNode array, Room room) {
		List<Part> parts = new ArrayList<>();
		for (JsonNode element : array) {
			if (room.isTaken()) {
				break;
			}
			parts.add(new Part("[" + parts.size() + "]", value(name, element, room)));
		}
		return parts;
	}

	private static boolean isPlain(String name, JsonNode array) {
		for (JsonNode element : array) {
			if (element.isContainer() || SecretNames.kindOf(name, element.asString()).isPresent()) {
				return false;
			}
		}
		return true;
	}

	private static String list(JsonNode array) {
		List<String> values = new ArrayList<>();
		array.forEach((element) -> values.add(element.asString()));
		return String.join(", ", values);
	}

	/** Counts what one document may still bring. */
	private static final class Room {

		private int taken;

		boolean isTaken() {
			this.taken++;
			return this.taken > MOST;
		}

	}

}
