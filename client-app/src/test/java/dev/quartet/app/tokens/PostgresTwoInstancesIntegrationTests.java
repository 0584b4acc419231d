package dev.quartet.app.tokens;

import dev.quartet.app.fakes.Instances;
import dev.quartet.app.fakes.TestPostgres;
import org.junit.jupiter.api.AfterAll;

/** Runs the contract on PostgreSQL. */
class PostgresTwoInstancesIntegrationTests implements TwoInstancesContract {

	private static final Instances INSTANCES = new Instances(TestPostgres.url("two"), "postgres");

	@AfterAll
	static void stop() {
		INSTANCES.close();
	}

	@Override
	public Instances instances() {
		return INSTANCES;
	}

}
