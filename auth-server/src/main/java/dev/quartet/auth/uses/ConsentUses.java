package dev.quartet.auth.uses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which permissions a person gave, and when each was last used. */
@Component
class ConsentUses {

	private final JdbcClient database;

	private final Clock clock;

	ConsentUses(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/** What still holds of what she allowed. */
	List<ConsentUse> of(String userId) {
		return this.database.sql("""
				select client_id, scope, granted_at, last_used_at, last_used_by from consent
				where user_id = :userId and (expires_at is null or expires_at > :now) order by client_id, scope""")
			.param("userId", userId)
			.param("now", at(this.clock.instant()))
			.query(ConsentUses::read)
			.list();
	}

	/** The clients to which she has signed in since then. */
	Set<String> clientsSignedInto(String userId, Instant since) {
		return new HashSet<>(this.database
			.sql("select client_id from authorization_grant where user_id = :userId and created_at >= :since")
			.param("userId", userId)
			.param("since", at(since))
			.query(String.class)
			.list());
	}

	/** Lets one change of what a person allowed go first; the others wait for its end. */
	void lock(String userId) {
		this.database.sql("select id from users where id = :userId for update")
			.param("userId", userId)
			.query(String.class)
			.optional();
	}

	static OffsetDateTime at(Instant time) {
		return time.atOffset(ZoneOffset.UTC);
	}

	private static ConsentUse read(ResultSet row, int number) throws SQLException {
		return new ConsentUse(row.getString("client_id"), row.getString("scope"),
				row.getObject("granted_at", OffsetDateTime.class).toInstant(),
				Optional.ofNullable(instant(row.getObject("last_used_at", OffsetDateTime.class))),
				Optional.ofNullable(row.getString("last_used_by")));
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
	}

}
