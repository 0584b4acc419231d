package dev.quartet.auth.seed;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applies a whole seed or nothing of it. */
@Component
class Sowing {

	private final JdbcClient database;

	private final SeedChecks checks;

	private final SeedWriter writer;

	private final PersonWriter people;

	Sowing(JdbcClient database, SeedChecks checks, SeedWriter writer, PersonWriter people) {
		this.database = database;
		this.checks = checks;
		this.writer = writer;
		this.people = people;
	}

	@Transactional
	SeedChanges apply(Seed seed) {
		waitForOtherInstances();
		this.checks.check(seed);
		SeedChanges changes = new SeedChanges();
		seed.resources().forEach((resource) -> this.writer.write(resource, changes));
		seed.scopes().forEach((scope) -> this.writer.write(scope, changes));
		seed.people().forEach((person) -> this.people.write(person, changes));
		seed.clients().forEach((client) -> this.writer.write(client, changes));
		return changes;
	}

	// Instances that start together would otherwise create the same entries twice.
	private void waitForOtherInstances() {
		this.database.sql("select name from start_lock where name = 'seed' for update").query().singleRow();
	}

}
