package dev.quartet.app.recording;

import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;

/** Deletes old recordings, even when nobody makes new ones. */
class RecordingPurge {

	private final Recordings recordings;

	RecordingPurge(Recordings recordings) {
		this.recordings = recordings;
	}

	@Scheduled(fixedDelay = 5, initialDelay = 5, timeUnit = TimeUnit.MINUTES)
	void purge() {
		this.recordings.purge();
	}

}
