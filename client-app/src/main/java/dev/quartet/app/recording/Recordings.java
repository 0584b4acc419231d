package dev.quartet.app.recording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Keeps recordings without a sign-in waiting for it: what comes within a moment is stored
 * together, at the latest when somebody looks for it here.
 */
public class Recordings implements DisposableBean {

	static final int MOST_WAITING = 100;

	private static final int MOMENT_MILLIS = 250;

	private final BlockingQueue<Kept> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

	private final ReentrantLock storing = new ReentrantLock();

	private final RecordingRows rows;

	Recordings(RecordingRows rows) {
		this.rows = rows;
	}

	/** Finds a recording with its messages. */
	public Optional<Recording> find(String id) {
		store();
		return this.rows.find(id);
	}

	/** Lists the recordings without their messages, the newest first. */
	public List<Recording> list(Collection<String> ids) {
		store();
		return this.rows.list(ids);
	}

	void keep(Kept kept) {
		while (!this.waiting.offer(kept)) {
			store();
		}
	}

	@Override
	public void destroy() {
		store();
	}

	// One at a time, so that the parts of a flow stay in order.
	@Scheduled(fixedDelay = MOMENT_MILLIS)
	void store() {
		this.storing.lock();
		try {
			List<Kept> together = new ArrayList<>();
			this.waiting.drainTo(together);
			if (!together.isEmpty()) {
				this.rows.write(together);
			}
		}
		finally {
			this.storing.unlock();
		}
	}

	/** Is what one request wrote down, with the recording if it began there. */
	record Kept(Batch batch, Optional<Recording> begun) {
	}

}
