package dev.quartet.auth.flow;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lets a test run at the strictest isolation level, where the database refuses what two
 * transactions cannot both have done.
 */
public final class StrictDatabase implements BeanPostProcessor {

	private volatile boolean strict;

	/** Does this with every transaction serializable. */
	public void whileStrict(Runnable work) {
		this.strict = true;
		try {
			work.run();
		}
		finally {
			this.strict = false;
		}
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource database) ? new Strictly(database) : bean;
	}

	/** Hands out connections as strict as the test wants them. */
	private final class Strictly extends DelegatingDataSource {

		private Strictly(DataSource database) {
			super(database);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			if (StrictDatabase.this.strict) {
				connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
			}
			return connection;
		}

	}

}
