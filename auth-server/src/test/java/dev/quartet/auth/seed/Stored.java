package dev.quartet.auth.seed;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Empties the tables of this slice between tests. */
public final class Stored {

	private Stored() {
	}

	public static void nothing(JdbcClient database) {
		for (String statement : new String[] { "delete from client_secret", "delete from client",
				"delete from credential", "delete from users", "delete from scope where resource is not null",
				"delete from resource", "delete from one_time", "delete from audit_event" }) {
			database.sql(statement).update();
		}
	}

}
