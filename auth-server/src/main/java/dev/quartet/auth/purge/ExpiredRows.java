package dev.quartet.auth.purge;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says which rows of a table are worth nothing any more: those whose time passed long
 * enough ago.
 */
public final class ExpiredRows {

	private final String table;

	private final String end;

	private final Duration keep;

	private final List<String> key;

	private final Function<Instant, Object> column;

	private final List<String> conditions;

	private ExpiredRows(String table, String end, Duration keep, Function<Instant, Object> column,
			List<String> conditions, List<String> key) {
		this.table = table;
		this.end = end;
		this.keep = keep;
		this.column = column;
		this.key = key;
		this.conditions = conditions;
	}

	/**
	 * The rows of this table, found by these key columns, that ended that long ago. The
	 * column of the end must have an index.
	 */
	public static ExpiredRows of(String table, String end, Duration keep, String... key) {
		return new ExpiredRows(table, end, keep, (past) -> past.atOffset(ZoneOffset.UTC), List.of("order by " + end),
				List.of(key));
	}

	/** The same where the end is stored in milliseconds since 1970. */
	public static ExpiredRows inMillis(String table, String end, Duration keep, String... key) {
		return new ExpiredRows(table, end, keep, Instant::toEpochMilli, List.of("order by " + end), List.of(key));
	}

	/**
	 * Only those with one of these values in a column, which stands before the end in an
	 * index. The values are ours, never anybody's input. They come in no order: H2 would
	 * sort all of them for each batch.
	 */
	public ExpiredRows where(String column, Collection<String> values) {
		return new ExpiredRows(this.table, this.end, this.keep, this.column,
				values.stream().sorted().map((value) -> "and %s = '%s'".formatted(column, value)).toList(), this.key);
	}

	/**
	 * Each value alone: for several at once H2 would read all rows instead of a piece of
	 * the index.
	 */
	Stream<ExpiredRows> parts() {
		return this.conditions.stream()
			.map((condition) -> new ExpiredRows(this.table, this.end, this.keep, this.column, List.of(condition),
					this.key));
	}

	String table() {
		return this.table;
	}

	/** What somebody works with is passed over, not waited for. */
	String select() {
		return "select %s from %s where %s < ? %s limit ? for update skip locked".formatted(String.join(", ", this.key),
				this.table, this.end, this.conditions.get(0));
	}

	String delete() {
		return "delete from %s where %s".formatted(this.table,
				this.key.stream().map((column) -> column + " = ?").collect(Collectors.joining(" and ")));
	}

	int keyColumns() {
		return this.key.size();
	}

	Object endedBefore(Instant now) {
		return this.column.apply(now.minus(this.keep));
	}

}
