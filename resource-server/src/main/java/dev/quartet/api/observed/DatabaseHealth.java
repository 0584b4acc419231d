package dev.quartet.api.observed;

import java.time.Duration;

import javax.sql.DataSource;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Says whether the database answers, asking it once a second at most: everybody may ask
 * how the instance is, and nobody who does may be refused.
 */
@Component("dbHealthIndicator")
class DatabaseHealth implements HealthIndicator {

	private static final Duration REMEMBERED = Duration.ofSeconds(1);

	private final LoadingCache<String, Health> last;

	DatabaseHealth(DataSource database) {
		DataSourceHealthIndicator connection = new DataSourceHealthIndicator(database);
		this.last = Caffeine.newBuilder()
			.expireAfterWrite(REMEMBERED)
			.executor(Runnable::run)
			.build((name) -> connection.health());
	}

	@Override
	public Health health() {
		return last.get("db");
	}

}
