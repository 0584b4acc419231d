package dev.quartet.app.tokens;

import dev.quartet.app.fakes.Instances;
import org.junit.jupiter.api.AfterAll;

/** Runs the contract on the embedded database. */
class H2TwoInstancesWebTests implements TwoInstancesContract {

	private static final Instances INSTANCES = new Instances(
			"jdbc:h2:mem:two;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
			"sa");

	@AfterAll
	static void stop() {
		INSTANCES.close();
	}

	@Override
	public Instances instances() {
		return INSTANCES;
	}

}
