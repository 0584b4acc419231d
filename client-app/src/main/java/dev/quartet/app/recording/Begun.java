package dev.quartet.app.recording;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers recordings that have no message yet. */
final class Begun {

	private static final int MOST = 200;

	private final Map<String, Recording> recordings = new LinkedHashMap<>() {
		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Recording> eldest) {
			return size() > MOST;
		}
	};

	synchronized void put(Recording recording) {
		this.recordings.put(recording.id(), recording);
	}

	synchronized Optional<Recording> take(String id) {
		return Optional.ofNullable(this.recordings.remove(id));
	}

}
