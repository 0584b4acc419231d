package dev.quartet.auth.purge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Deletes expired rows in batches that are small enough to be in nobody's way. */
@Component
class Purge {

	private static final Logger log = LoggerFactory.getLogger(Purge.class);

	private static final int REST = 9;

	private final List<ExpiredRows> tables;

	private final PurgeLease lease;

	private final PurgeSettings settings;

	private final JdbcTemplate database;

	private final TransactionOperations transaction;

	private final Clock clock;

	Purge(List<ExpiredRows> tables, PurgeLease lease, PurgeSettings settings, JdbcTemplate database,
			TransactionOperations transaction, Clock clock) {
		this.tables = tables;
		this.lease = lease;
		this.settings = settings;
		this.database = database;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Works until nothing is left, or another instance is at work; answers how much was
	 * deleted.
	 */
	Map<String, Integer> run() throws InterruptedException {
		Map<String, Integer> deleted = new TreeMap<>();
		long begin = System.nanoTime();
		try {
			for (ExpiredRows table : this.tables.stream().flatMap(ExpiredRows::parts).toList()) {
				int rows = empty(table);
				if (rows > 0) {
					deleted.merge(table.table(), rows, Integer::sum);
				}
			}
		}
		finally {
			this.lease.letGo();
		}
		if (!deleted.isEmpty()) {
			log.info("Deleted expired rows in {} ms: {}", Duration.ofNanos(System.nanoTime() - begin).toMillis(),
					deleted);
		}
		return deleted;
	}

	private int empty(ExpiredRows table) throws InterruptedException {
		int all = 0;
		int rows;
		do {
			long begin = System.nanoTime();
			rows = batch(table);
			all += rows;
			if (rows > 0) {
				// Whoever shares the database with us gets nine tenths of the time.
				Thread.sleep(REST * Duration.ofNanos(System.nanoTime() - begin).toMillis() + 1);
			}
		}
		while (rows == this.settings.batch());
		return all;
	}

	/**
	 * One short transaction; nothing is deleted while another instance holds the lease.
	 */
	int batch(ExpiredRows table) {
		Instant now = this.clock.instant();
		Integer rows = this.transaction.execute((status) -> this.lease.hold() ? delete(table, now) : 0);
		return (rows != null) ? rows : 0;
	}

	// By their keys, one by one: both databases then use the index, however many rows
	// there are.
	private int delete(ExpiredRows table, Instant now) {
		List<Object[]> keys = this.database.query(table.select(), (row, number) -> {
			Object[] key = new Object[table.keyColumns()];
			for (int column = 0; column < key.length; column++) {
				key[column] = row.getObject(column + 1);
			}
			return key;
		}, table.endedBefore(now), this.settings.batch());
		this.database.batchUpdate(table.delete(), keys);
		return keys.size();
	}

}
