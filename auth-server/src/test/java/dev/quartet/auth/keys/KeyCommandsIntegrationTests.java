package dev.quartet.auth.keys;

import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.seed.PostgresStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs the operator's commands beside a server on the same PostgreSQL. */
@PostgresStore
@ExtendWith(OutputCaptureExtension.class)
class KeyCommandsIntegrationTests {

	@Autowired
	private SigningKeys keys;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private JdbcClient database;

	@Autowired
	private Environment environment;

	@Test
	void revokesAKeyWhileTheServerRuns(CapturedOutput output) {
		this.database.sql("delete from signing_key").update();
		Instance server = new Instance(this.keys, this.transactions, Instance.DEFAULTS, new MovableClock());
		String token = server.token(TokenAlgorithm.ES256);
		assertThat(run(Instance.SECRET, Instance.kid(token))).isEqualTo(KeyOperator.DONE);
		assertThat(output).contains(Instance.kid(token) + " is revoked", "ACTIVE");
		server.follow();
		assertThat(server.believes(token)).isFalse();
		assertThat(this.database.sql("select count(*) from audit_event where type = 'key_revoked' and detail like ?")
			.param("%" + Instance.kid(token))
			.query(Integer.class)
			.single()).isEqualTo(1);
		assertThat(run(Instance.SECRET, "nobody")).isEqualTo(KeyOperator.REFUSED);
	}

	@Test
	void refusesToSealANewKeyWithAnotherSecret(CapturedOutput output) {
		this.database.sql("delete from signing_key").update();
		Instance server = new Instance(this.keys, this.transactions, Instance.DEFAULTS, new MovableClock());
		assertThat(run("another secret, long enough to be one", server.signer())).isEqualTo(KeyOperator.REFUSED);
		assertThat(output).contains("QUARTET_KEY_SECRET is not the one that sealed the signing keys");
		server.follow();
		assertThat(server.kids()).containsExactly(server.signer());
	}

	@Test
	void explainsItselfToWhoeverMistypes(CapturedOutput output) {
		assertThat(KeyCommands.areMeant("keys")).isTrue();
		assertThat(KeyCommands.areMeant("--keys")).isFalse();
		assertThat(KeyCommands.areMeant()).isFalse();
		assertThat(KeyCommands.run(new MovableClock(), "keys")).isEqualTo(KeyOperator.MISUSED);
		assertThat(KeyCommands.run(new MovableClock(), "keys", "rotate", "HS256")).isEqualTo(KeyOperator.MISUSED);
		assertThat(output.getErr()).contains("Usage: java -jar auth-server.jar keys <command>");
	}

	private int run(String secret, String kid) {
		return KeyCommands.run(new MovableClock(), "keys", "revoke", kid, "--quartet.key-secret=" + secret,
				"--spring.datasource.url=" + this.environment.getProperty("spring.datasource.url"),
				"--spring.datasource.username=" + this.environment.getProperty("spring.datasource.username"),
				"--spring.datasource.password=" + this.environment.getProperty("spring.datasource.password"));
	}

}
