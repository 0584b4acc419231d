package dev.quartet.app.recording;

import dev.quartet.app.fakes.TestClock;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Runs the contract on the embedded database. */
@RecordingStore
@TestPropertySource(
		properties = "spring.datasource.url=jdbc:h2:mem:flows;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1")
class H2RecordingsJdbcTests implements RecordingsContract {

	private final Stored stored;

	H2RecordingsJdbcTests(@Autowired FlowRecorder recorder, @Autowired Batches batches,
			@Autowired Recordings recordings, @Autowired RecordingRows rows, @Autowired JdbcClient database,
			@Autowired TestClock clock) {
		this.stored = new Stored(recorder, batches, recordings, rows, database, clock);
	}

	@Override
	public Stored stored() {
		return this.stored;
	}

}
