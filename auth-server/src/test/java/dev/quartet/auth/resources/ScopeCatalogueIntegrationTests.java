package dev.quartet.auth.resources;

import dev.quartet.auth.seed.PostgresStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the contract on PostgreSQL. */
@PostgresStore
class ScopeCatalogueIntegrationTests implements ScopeCatalogueContract {

	@Autowired
	private ScopeCatalogue catalogue;

	@Autowired
	private Resources resources;

	@Autowired
	private Scopes scopes;

	@Autowired
	private JdbcClient database;

	@Override
	public ScopeCatalogue catalogue() {
		return this.catalogue;
	}

	@Override
	public Resources resources() {
		return this.resources;
	}

	@Override
	public Scopes scopes() {
		return this.scopes;
	}

	@Override
	public JdbcClient database() {
		return this.database;
	}

}
