package dev.quartet.api.notes;

import dev.quartet.api.ApiClient;
import dev.quartet.api.PostgresApiTest;

/** Notes kept in PostgreSQL. */
@PostgresApiTest
class NotesIntegrationTests implements NotesContract {

	private final ApiClient api;

	NotesIntegrationTests(ApiClient api) {
		this.api = api;
	}

	@Override
	public ApiClient api() {
		return api;
	}

}
