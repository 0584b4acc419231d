package dev.quartet.app.pending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.quartet.app.secrets.Seal;
import dev.quartet.app.secrets.Unguessable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps one record for each {@code state}, good once, within an hour, in the browser that
 * began it (RFC 6749 §10.12), so that tabs and providers do not get in each other's way.
 */
@Component
public class PendingLogins {

	static final Duration LIFE = Duration.ofHours(1);

	private static final TypeReference<Map<String, List<String>>> PARAMETERS = new TypeReference<>() {
	};

	private final JdbcClient database;

	private final Seal seal;

	private final JsonMapper json;

	private final Room room;

	private final Clock clock;

	PendingLogins(JdbcClient database, Seal seal, JsonMapper json, Clock clock) {
		this.database = database;
		this.seal = seal;
		this.json = json;
		this.room = new Room(database, clock);
		this.clock = clock;
	}

	/**
	 * Remembers a sign-in.
	 * @param browser the secret that only the browser holds, for this sign-in
	 * @return whether there was room for it
	 */
	public boolean keep(String state, String browser, PendingLogin login) {
		if (!this.room.take()) {
			return false;
		}
		String key = Unguessable.hash(state);
		this.database.sql("""
				insert into pending_login (state_hash, browser_hash, provider, content, expires_at)
				values (?, ?, ?, ?, ?)""")
			.params(key, Unguessable.hash(browser), login.provider(),
					this.seal.seal(place(key), this.json.writeValueAsString(login)), time(now().plus(LIFE)))
			.update();
		return true;
	}

	/** Looks at a sign-in without using it up. */
	public Optional<PendingLogin> find(String state, String browser) {
		return row(state, browser).flatMap((row) -> opened(Unguessable.hash(state), row));
	}

	/** Whoever takes a sign-in is the only one who gets it. */
	@Transactional
	public Optional<Returned> take(String state, String browser) {
		Optional<Row> row = row(state, browser);
		int taken = this.database.sql("delete from pending_login where state_hash = ? and browser_hash = ?")
			.params(Unguessable.hash(state), Unguessable.hash(browser))
			.update();
		String key = Unguessable.hash(state);
		return row.filter((found) -> taken == 1)
			.flatMap((found) -> opened(key, found).map((login) -> new Returned(login, answer(key, found))));
	}

	/**
	 * Puts down an answer that a provider posted, until the browser comes for it: a post
	 * from another site brings no cookie along.
	 * @return whether a sign-in at this provider waits for it
	 */
	public boolean park(String provider, String state, Map<String, List<String>> answer) {
		String key = Unguessable.hash(state);
		return this.database.sql("""
				update pending_login set answer = ?
				where state_hash = ? and provider = ? and answer is null and expires_at > ?""")
			.params(this.seal.seal(answerPlace(key), this.json.writeValueAsString(answer)), key, provider, time(now()))
			.update() == 1;
	}

	/** Forgets what nobody came back from. */
	public int purge() {
		return this.database.sql("delete from pending_login where expires_at <= ?").param(time(now())).update();
	}

	private Optional<Row> row(String state, String browser) {
		return this.database.sql("""
				select content, answer from pending_login
				where state_hash = ? and browser_hash = ? and expires_at > ?""")
			.params(Unguessable.hash(state), Unguessable.hash(browser), time(now()))
			.query((row, number) -> new Row(row.getBytes(1), Optional.ofNullable(row.getBytes(2))))
			.optional();
	}

	private Optional<PendingLogin> opened(String key, Row row) {
		return this.seal.open(place(key), row.content()).map((text) -> this.json.readValue(text, PendingLogin.class));
	}

	private Map<String, List<String>> answer(String key, Row row) {
		return row.answer()
			.flatMap((sealed) -> this.seal.open(answerPlace(key), sealed))
			.map((text) -> this.json.readValue(text, PARAMETERS))
			.orElse(Map.of());
	}

	private static String place(String key) {
		return "pending_login/" + key;
	}

	private static String answerPlace(String key) {
		return "pending_login.answer/" + key;
	}

	private Instant now() {
		return this.clock.instant();
	}

	private static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/**
	 * Is a sign-in that has come back.
	 *
	 * @param login what was remembered
	 * @param answer what the provider posted for it; empty if it came with the browser
	 */
	public record Returned(PendingLogin login, Map<String, List<String>> answer) {
	}

	/** Is what the table holds. */
	@SuppressWarnings("ArrayRecordComponent")
	private record Row(byte[] content, Optional<byte[]> answer) {
	}

}
