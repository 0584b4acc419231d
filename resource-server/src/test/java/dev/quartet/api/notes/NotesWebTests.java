package dev.quartet.api.notes;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiTest;

/** Notes kept in the embedded database. */
@ApiTest
class NotesWebTests implements NotesContract {

	private final ApiClient api;

	NotesWebTests(ApiClient api) {
		this.api = api;
	}

	@Override
	public ApiClient api() {
		return api;
	}

}
