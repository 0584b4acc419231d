package dev.quartet.auth.authorizations;

import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what a one-time secret stands for: records of plain values, no types by name.
 */
final class Payload {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private Payload() {
	}

	static String write(Record payload) {
		return JSON.writeValueAsString(payload);
	}

	static <T extends Record> T read(String payload, Class<T> type) {
		return JSON.readValue(payload, type);
	}

}
