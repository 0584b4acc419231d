package dev.quartet.app.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.quartet.app.secrets.Seal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Stores recordings, sealed and for a short while. */
class RecordingRows {

	private static final Logger log = LoggerFactory.getLogger(RecordingRows.class);

	static final int MOST_MESSAGES = 64;

	static final int MOST_BYTES = 256 * 1024;

	static final int MOST_RECORDINGS = 500;

	/** How many go at once when there are too many: as many as may come at once. */
	static final int ROOM = Recordings.MOST_WAITING;

	static final Duration LIFE = Duration.ofHours(1);

	private static final int LONGEST_OUTCOME = 60;

	private static final String COLUMNS = "select id, provider, kind, started_at, outcome, findings, cut from flow ";

	private final JdbcClient database;

	private final TransactionOperations transaction;

	private final Seal seal;

	private final JsonMapper mapper;

	private final Clock clock;

	RecordingRows(JdbcClient database, TransactionOperations transaction, Seal seal, JsonMapper mapper, Clock clock) {
		this.database = database;
		this.transaction = transaction;
		this.seal = seal;
		this.mapper = mapper;
		this.clock = clock;
	}

	Optional<Recording> find(String id) {
		return list(List.of(id)).stream().findFirst().map(this::withMessages);
	}

	List<Recording> list(Collection<String> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		return this.database.sql(COLUMNS + "where id in (:ids) and started_at > :oldest order by started_at desc, id")
			.param("ids", ids)
			.param("oldest", oldest())
			.query(this::recording)
			.list();
	}

	/** Stores all of it, or none when the database cannot. */
	void write(List<Recordings.Kept> together) {
		try {
			makeRoom(together);
			this.transaction.executeWithoutResult((status) -> together.forEach(this::write));
		}
		catch (DataAccessException | TransactionException | JacksonException ex) {
			log.warn("{} sign-ins could not be written down: {}", together.size(), ex.getClass().getSimpleName());
		}
	}

	private void write(Recordings.Kept kept) {
		Batch batch = kept.batch();
		String id = batch.recording();
		byte[] content = batch.messages().isEmpty() ? new byte[0]
				: this.seal.seal(purpose(id), this.mapper.writeValueAsString(batch.messages()));
		kept.begun().ifPresent(this::insert);
		boolean fits = fits(batch, content.length);
		if (fits && content.length > 0) {
			this.database.sql("insert into flow_part (flow_id, content) values (:id, :content)")
				.param("id", id)
				.param("content", content)
				.update();
		}
		if (!fits) {
			cut(batch);
		}
		conclude(id, batch.findings());
	}

	/** Deletes what is older than its life. */
	void purge() {
		this.database.sql("delete from flow where started_at <= :oldest").param("oldest", oldest()).update();
	}

	// Many at a time, so that most need not wait for it.
	private void makeRoom(List<Recordings.Kept> together) {
		if (together.stream().noneMatch((kept) -> kept.begun().isPresent())) {
			return;
		}
		int stored = this.database.sql("select count(*) from flow").query(Integer.class).single();
		if (stored + together.size() > MOST_RECORDINGS) {
			this.database.sql(
					"delete from flow where id in (select id from flow order by started_at desc, id offset :kept rows)")
				.param("kept", MOST_RECORDINGS - ROOM)
				.update();
		}
	}

	private void insert(Recording recording) {
		this.database.sql("insert into flow (id, provider, kind, started_at) values (:id, :provider, :kind, :at)")
			.param("id", recording.id())
			.param("provider", recording.provider())
			.param("kind", recording.kind())
			.param("at", Timestamp.from(recording.startedAt()))
			.update();
	}

	// No row means that there is no room left, or no recording.
	private boolean fits(Batch batch, int bytes) {
		return this.database.sql("""
				update flow set messages = messages + :messages, bytes = bytes + :bytes,
				outcome = coalesce(:outcome, outcome)
				where id = :id and messages + :messages <= :most and bytes + :bytes <= :mostBytes""")
			.param("messages", batch.messages().size())
			.param("bytes", bytes)
			.param("outcome", outcome(batch), Types.VARCHAR)
			.param("id", batch.recording())
			.param("most", MOST_MESSAGES)
			.param("mostBytes", MOST_BYTES)
			.update() == 1;
	}

	private void cut(Batch batch) {
		this.database.sql("update flow set cut = true, outcome = coalesce(:outcome, outcome) where id = :id")
			.param("outcome", outcome(batch), Types.VARCHAR)
			.param("id", batch.recording())
			.update();
	}

	private static @Nullable String outcome(Batch batch) {
		String outcome = batch.outcome();
		return (outcome != null) ? outcome.substring(0, Math.min(LONGEST_OUTCOME, outcome.length())) : null;
	}

	private void conclude(String id, @Nullable String findings) {
		if (findings != null) {
			this.database.sql("update flow set findings = :findings where id = :id")
				.param("findings", this.seal.seal(findingsOf(id), findings))
				.param("id", id)
				.update();
		}
	}

	private Recording withMessages(Recording recording) {
		List<Message> messages = this.database.sql("select content from flow_part where flow_id = :id order by id")
			.param("id", recording.id())
			.query((row, number) -> row.getBytes(1))
			.list()
			.stream()
			.flatMap((content) -> this.seal.open(purpose(recording.id()), content).stream())
			.flatMap(this::messages)
			.toList();
		return new Recording(recording.id(), recording.provider(), recording.kind(), recording.startedAt(),
				recording.outcome(), recording.findings(), recording.cut(), messages);
	}

	// What an older version wrote may not be readable any more.
	private Stream<Message> messages(String json) {
		try {
			return Stream.of(this.mapper.readValue(json, Message[].class));
		}
		catch (JacksonException ex) {
			return Stream.empty();
		}
	}

	private Timestamp oldest() {
		return Timestamp.from(this.clock.instant().minus(LIFE));
	}

	// A sealed part opens only as part of its own recording.
	private static String purpose(String id) {
		return "flow:" + id;
	}

	private static String findingsOf(String id) {
		return "flow.findings:" + id;
	}

	private Recording recording(ResultSet row, int number) throws SQLException {
		Instant startedAt = row.getTimestamp("started_at").toInstant();
		String id = row.getString("id");
		String findings = Optional.ofNullable(row.getBytes("findings"))
			.flatMap((sealed) -> this.seal.open(findingsOf(id), sealed))
			.orElse(null);
		return new Recording(id, row.getString("provider"), row.getString("kind"), startedAt, row.getString("outcome"),
				findings, row.getBoolean("cut"), List.of());
	}

}
