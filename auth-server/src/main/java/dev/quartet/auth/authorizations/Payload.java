package dev.quartet.auth.authorizations;

import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what a one-time secret stands for: records of plain values, no types by name.
 */
final class Payload {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** What the column holds. */
	private static final int LONGEST = 16_000;

	private Payload() {
	}

	static String write(Record payload) {
		String json = JSON.writeValueAsString(payload);
		if (json.length() > LONGEST) {
			throw Refusals.invalidRequest("The request is too long");
		}
		return json;
	}

	static <T extends Record> T read(String payload, Class<T> type) {
		return JSON.readValue(payload, type);
	}

}
