package dev.quartet.api.notes;

import dev.quartet.api.ApiClient;
import dev.quartet.api.PostgresApiTest;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes kept in PostgreSQL. */
@PostgresApiTest
class NotesIntegrationTests implements NotesContract, NoteVersionsContract, NoteSearchContract, SharingContract {

	private final ApiClient api;

	private final JdbcClient database;

	NotesIntegrationTests(ApiClient api, JdbcClient database) {
		this.api = api;
		this.database = database;
	}

	@Override
	public ApiClient api() {
		return api;
	}

	@Override
	public JdbcClient database() {
		return database;
	}

}
