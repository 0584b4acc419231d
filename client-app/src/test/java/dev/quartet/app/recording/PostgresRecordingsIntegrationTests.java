package dev.quartet.app.recording;

import dev.quartet.app.fakes.TestClock;
import dev.quartet.app.fakes.TestPostgres;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Runs the contract on PostgreSQL. */
@RecordingStore
@ContextConfiguration(initializers = TestPostgres.class)
class PostgresRecordingsIntegrationTests implements RecordingsContract {

	private final Stored stored;

	PostgresRecordingsIntegrationTests(@Autowired FlowRecorder recorder, @Autowired Batches batches,
			@Autowired Recordings recordings, @Autowired RecordingRows rows, @Autowired JdbcClient database,
			@Autowired TestClock clock) {
		this.stored = new Stored(recorder, batches, recordings, rows, database, clock);
	}

	@Override
	public Stored stored() {
		return this.stored;
	}

}
