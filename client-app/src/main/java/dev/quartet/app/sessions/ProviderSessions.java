package dev.quartet.app.sessions;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import dev.quartet.app.secrets.Seal;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Knows which session here began with which session at a provider, so that the provider
 * can end it on every instance at once.
 */
@Component
public class ProviderSessions {

	/** Clocks may differ by that much. */
	private static final long SKEW_SECONDS = 60;

	private static final Duration BEGINNING = Duration.ofMinutes(5);

	private final JdbcClient database;

	private final SessionRepository<? extends Session> sessions;

	private final Seal seal;

	private final Clock clock;

	ProviderSessions(JdbcClient database, SessionRepository<? extends Session> sessions, Seal seal, Clock clock) {
		this.database = database;
		this.sessions = sessions;
		this.seal = seal;
		this.clock = clock;
	}

	/**
	 * Remembers how a session began.
	 * @param sid the provider's name of its session; null if it names none
	 * @param idToken what tells the provider later who signs out; null without one
	 */
	public void began(String session, SignedInPerson person, @Nullable String sid, @Nullable String idToken) {
		ended(session);
		this.database.sql("""
				insert into provider_session (session_id, issuer, subject, sid, id_token, started_at)
				values (:session, :issuer, :subject, :sid, :idToken, :now)""")
			.param("session", session)
			.param("issuer", person.issuer())
			.param("subject", person.subject())
			.param("sid", sid, Types.VARCHAR)
			.param("idToken", (idToken != null) ? this.seal.seal(place(session), idToken) : null, Types.VARBINARY)
			.param("now", time(this.clock.instant()))
			.update();
	}

	public void ended(String session) {
		this.database.sql("delete from provider_session where session_id = ?").param(session).update();
	}

	/** The ID token that a session began with. */
	public Optional<String> idToken(String session) {
		return this.database.sql("select id_token from provider_session where session_id = ? and id_token is not null")
			.param(session)
			.query((row, number) -> row.getBytes(1))
			.optional()
			.flatMap((sealed) -> this.seal.open(place(session), sealed));
	}

	/** Whether the person is signed in anywhere by this identity. */
	public boolean any(String issuer, String subject) {
		return this.database.sql("""
				select count(*) from provider_session p left join spring_session s on s.session_id = p.session_id
				where p.issuer = ? and p.subject = ? and (s.expiry_time > ? or p.started_at > ?)""")
			.params(issuer, subject, this.clock.millis(), time(beginning()))
			.query(Long.class)
			.single() > 0;
	}

	/**
	 * Ends the sessions that a provider has ended, unless they began after it said so.
	 * @param subject whose; null for whoever has that {@code sid}
	 * @param sid which one; null for all of hers
	 * @return whose they were, once for each
	 */
	public List<String> end(String issuer, @Nullable String subject, @Nullable String sid, Instant saidAt) {
		List<Ended> ended = this.database.sql("""
				select session_id, subject from provider_session where issuer = :issuer and started_at <= :until
				and (cast(:sid as varchar) is null or sid = :sid)
				and (cast(:subject as varchar) is null or subject = :subject)""")
			.param("issuer", issuer)
			.param("until", time(saidAt.plusSeconds(SKEW_SECONDS)))
			.param("sid", sid, Types.VARCHAR)
			.param("subject", subject, Types.VARCHAR)
			.query((row, number) -> new Ended(row.getString(1), row.getString(2)))
			.list();
		ended.forEach((one) -> end(one.session()));
		return ended.stream().map(Ended::subject).toList();
	}

	/** Ends all sessions of an identity but one: whoever else holds it is out. */
	public void endOthers(String issuer, String subject, String session) {
		this.database.sql("select session_id from provider_session where issuer = ? and subject = ?")
			.params(issuer, subject)
			.query(String.class)
			.list()
			.stream()
			.filter((other) -> !other.equals(session))
			.forEach(this::end);
	}

	private void end(String session) {
		this.sessions.deleteById(session);
		ended(session);
	}

	/** Forgets sessions that have expired. */
	public int purge() {
		return this.database.sql("""
				delete from provider_session where started_at <= ?
				and session_id not in (select session_id from spring_session)""").param(time(beginning())).update();
	}

	/** A session that began after it may not be stored yet: that happens last. */
	private Instant beginning() {
		return this.clock.instant().minus(BEGINNING);
	}

	private static String place(String session) {
		return "provider_session/" + session;
	}

	private static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/** Is a session that is over, and whose it was. */
	private record Ended(String session, String subject) {
	}

}
