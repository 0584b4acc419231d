package dev.quartet.auth.clients;

import dev.quartet.auth.seed.H2Store;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the contract on H2. */
@H2Store
class ClientLookupJpaTests implements ClientLookupContract {

	@Autowired
	private Clients clients;

	@Autowired
	private ClientChanges changes;

	@Autowired
	private JdbcClient database;

	@Autowired
	private PlatformTransactionManager transactions;

	@Override
	public Clients clients() {
		return this.clients;
	}

	@Override
	public ClientChanges changes() {
		return this.changes;
	}

	@Override
	public JdbcClient database() {
		return this.database;
	}

	@Override
	public TransactionTemplate transaction() {
		return new TransactionTemplate(this.transactions);
	}

}
