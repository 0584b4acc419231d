package dev.quartet.api.notes;

import java.util.List;
import java.util.UUID;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.TestToken;
import tools.jackson.databind.json.JsonMapper;

/** Works with notes as one person does. */
final class NoteWriter {

	private final ApiClient api;

	private final String id;

	private final String token;

	NoteWriter(ApiClient api, String scope) {
		this.api = api;
		this.id = "writer-" + UUID.randomUUID();
		this.token = TestToken.person(id).scope(scope).mint();
	}

	static NoteWriter of(ApiClient api) {
		return new NoteWriter(api, "notes:read notes:write notes:share");
	}

	String id() {
		return id;
	}

	Answer writes(String title, String text) {
		return api.post("/notes", token, note(title, text));
	}

	/** Gives the new note's path. */
	String writes(String title) {
		return writes(title, "").header("Location");
	}

	Answer reads(String path, String... headers) {
		return api.send(path, (request) -> {
			request.header("Authorization", "Bearer " + token);
			if (headers.length > 0) {
				request.headers(headers);
			}
		});
	}

	Answer changes(String path, String title, String... headers) {
		return api.call("PUT", path, token, note(title, ""), headers);
	}

	Answer removes(String path, String... headers) {
		return api.call("DELETE", path, token, "", headers);
	}

	Answer posts(String path, String body) {
		return api.post(path, token, body);
	}

	List<String> titles(String path) {
		return reads(path).json().path("notes").findValuesAsString("title");
	}

	private static String note(String title, String text) {
		return JsonMapper.shared().createObjectNode().put("title", title).put("text", text).toString();
	}

}
