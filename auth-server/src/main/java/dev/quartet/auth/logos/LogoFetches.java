package dev.quartet.auth.logos;

import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Fetches pictures past the pages that asked for them: few at once, one of each client,
 * and no more waiting than a while's work. Those that find no room are asked for again.
 */
@Component
class LogoFetches implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(LogoFetches.class);

	private static final int AT_ONCE = 2;

	private static final int WAITING = 50;

	private final ThreadPoolExecutor threads = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 1, TimeUnit.MINUTES,
			new ArrayBlockingQueue<>(WAITING), LogoFetches::thread);

	private final Set<String> begun = ConcurrentHashMap.newKeySet();

	private final LogoFetch fetch;

	LogoFetches(LogoFetch fetch) {
		this.fetch = fetch;
		this.threads.allowCoreThreadTimeOut(true);
	}

	void begin(String clientId, String address) {
		if (this.begun.add(clientId)) {
			try {
				this.threads.execute(() -> run(clientId, address));
			}
			catch (RejectedExecutionException ex) {
				this.begun.remove(clientId);
			}
		}
	}

	@Override
	public void destroy() {
		this.threads.shutdownNow();
	}

	// Another instance was faster with the same row, or the client is gone: no loss.
	private void run(String clientId, String address) {
		try {
			this.fetch.run(clientId, address);
		}
		catch (DataAccessException | TransactionException ex) {
			log.debug("The logo of the client {} is not kept this time", clientId, ex);
		}
		finally {
			this.begun.remove(clientId);
		}
	}

	private static Thread thread(Runnable task) {
		Thread thread = new Thread(task, "logos");
		thread.setDaemon(true);
		return thread;
	}

}
