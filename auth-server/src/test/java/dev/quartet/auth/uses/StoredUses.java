package dev.quartet.auth.uses;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.OwnClients;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts consents and grants of one client into the database, and looks at them. */
record StoredUses(ApplicationContext server, String clientId) {

	static final String NOTES = "http://localhost:8090";

	static final String PERSON = "alice";

	void begin() {
		server().getBean(OwnClients.class).register(this.clientId, "openid profile notes:read notes:write", Map.of());
	}

	void end() {
		database().sql("delete from authorization_grant where client_id = ?").param(this.clientId).update();
		server().getBean(OwnClients.class).forget(this.clientId);
	}

	Instant now() {
		return server().getBean(MovableClock.class).instant().truncatedTo(ChronoUnit.MILLIS);
	}

	Instant ago(Duration time) {
		return now().minus(time);
	}

	UUID grant(Instant at, String scope) {
		UUID id = UUID.randomUUID();
		OffsetDateTime end = utc(now().plus(Duration.ofDays(1)));
		database().sql("""
				insert into authorization_grant (id, client_id, user_id, scope, resources, amr, auth_time,
				refresh_sequence, refreshed_at, created_at, idle_until, expires_at)
				values (?, ?, ?, ?, '', 'pwd', ?, 0, ?, ?, ?, ?)""")
			.params(id, this.clientId, PERSON, scope, utc(at), utc(at), utc(at), end, end)
			.update();
		return id;
	}

	String scopeOf(UUID grant) {
		return database().sql("select scope from authorization_grant where id = ?")
			.param(grant)
			.query(String.class)
			.single();
	}

	void consent(String scope, Duration givenAgo) {
		database().sql("insert into consent (user_id, client_id, scope, granted_at) values (?, ?, ?, ?)")
			.params(PERSON, this.clientId, scope, utc(ago(givenAgo)))
			.update();
	}

	void consent(String scope, Duration givenAgo, Duration usedAgo) {
		consent(scope, givenAgo);
		database().sql("update consent set last_used_at = ?, last_used_by = ? where client_id = ? and scope = ?")
			.params(utc(ago(usedAgo)), NOTES, this.clientId, scope)
			.update();
	}

	void letExpire(String scope) {
		database().sql("update consent set expires_at = ? where client_id = ? and scope = ?")
			.params(utc(ago(Duration.ofMinutes(1))), this.clientId, scope)
			.update();
	}

	Optional<Instant> lastUsedAt(String scope) {
		return consentUse(scope).lastUsedAt();
	}

	Optional<String> lastUsedBy(String scope) {
		return consentUse(scope).lastUsedBy();
	}

	JdbcClient database() {
		return server().getBean(JdbcClient.class);
	}

	private ConsentUse consentUse(String scope) {
		return server().getBean(ConsentUses.class)
			.of(PERSON)
			.stream()
			.filter((one) -> one.clientId().equals(this.clientId) && one.scope().equals(scope))
			.findFirst()
			.orElseThrow();
	}

	private static OffsetDateTime utc(Instant time) {
		return time.atOffset(ZoneOffset.UTC);
	}

}
