package dev.quartet.auth.keys;

import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.seed.H2Store;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Keeps both contracts on H2. */
@H2Store
class SigningKeysJpaTests implements SigningKeysContract, KeyRevocationContract, KeyRaceContract {

	private final MovableClock clock = new MovableClock();

	@Autowired
	private SigningKeys keys;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private JdbcClient database;

	@Override
	public SigningKeys keys() {
		return this.keys;
	}

	@Override
	public PlatformTransactionManager transactions() {
		return this.transactions;
	}

	@Override
	public JdbcClient database() {
		return this.database;
	}

	@Override
	public MovableClock clock() {
		return this.clock;
	}

	@Override
	@BeforeEach
	public void startEmpty() {
		SigningKeysContract.super.startEmpty();
	}

}
