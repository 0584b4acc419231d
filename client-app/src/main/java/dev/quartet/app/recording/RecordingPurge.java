package dev.quartet.app.recording;

import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;

/** Deletes old recordings, even when nobody makes new ones. */
class RecordingPurge {

	private final RecordingRows rows;

	RecordingPurge(RecordingRows rows) {
		this.rows = rows;
	}

	@Scheduled(fixedDelay = 5, initialDelay = 5, timeUnit = TimeUnit.MINUTES)
	void purge() {
		this.rows.purge();
	}

}
