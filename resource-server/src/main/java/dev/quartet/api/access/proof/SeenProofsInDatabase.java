package dev.quartet.api.access.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers proofs for all instances that share a database. It speaks JDBC, outside of
 * whatever transaction the request will have.
 */
final class SeenProofsInDatabase implements SeenProofs {

	private static final Logger log = LoggerFactory.getLogger(SeenProofsInDatabase.class);

	private static final int BATCH = 500;

	private static final int LONGEST_SECONDS = 3;

	private final DataSource database;

	private volatile boolean working = true;

	SeenProofsInDatabase(DataSource database) {
		this.database = database;
	}

	@Override
	public void open() {
		try (Connection connection = database.getConnection();
				PreparedStatement select = connection.prepareStatement("select proof from seen_proof where 1 = 0")) {
			select.executeQuery().close();
		}
		catch (SQLException absent) {
			throw new IllegalStateException("DPoP (quartet.api.dpop.enabled) needs the table seen_proof", absent);
		}
	}

	// The first to insert has won; there is nothing to read before, and so no race.
	@Override
	public boolean isFirst(ProofId proof, Instant end) {
		try (Connection connection = database.getConnection();
				PreparedStatement insert = connection.prepareStatement(
						"insert into seen_proof (proof, expires_at) values (?, ?) on conflict do nothing")) {
			insert.setQueryTimeout(LONGEST_SECONDS);
			insert.setBytes(1, proof.bytes());
			insert.setObject(2, end.atOffset(ZoneOffset.UTC));
			boolean first = insert.executeUpdate() == 1;
			commit(connection);
			noteThatItWorks();
			return first;
		}
		catch (SQLException failure) {
			// Whoever cannot know whether a proof was used must not believe it.
			noteThatItFails(failure);
			throw ProofRefused.cannotRemember();
		}
	}

	// H2 would read the whole table for a delete with a subselect.
	@Override
	public boolean forget(Instant now) {
		try (Connection connection = database.getConnection()) {
			connection.setAutoCommit(false);
			try {
				List<byte[]> ended = ended(connection, now);
				delete(connection, ended);
				connection.commit();
				return ended.size() == BATCH;
			}
			finally {
				connection.rollback();
				connection.setAutoCommit(true);
			}
		}
		catch (SQLException failure) {
			noteThatItFails(failure);
			return false;
		}
	}

	private static List<byte[]> ended(Connection connection, Instant now) throws SQLException {
		try (PreparedStatement select = connection
			.prepareStatement("select proof from seen_proof where expires_at < ? order by expires_at limit " + BATCH
					+ " for update skip locked")) {
			select.setObject(1, now.atOffset(ZoneOffset.UTC));
			List<byte[]> proofs = new ArrayList<>();
			try (ResultSet rows = select.executeQuery()) {
				while (rows.next()) {
					proofs.add(rows.getBytes(1));
				}
			}
			return proofs;
		}
	}

	private static void delete(Connection connection, List<byte[]> proofs) throws SQLException {
		try (PreparedStatement delete = connection.prepareStatement("delete from seen_proof where proof = ?")) {
			for (byte[] proof : proofs) {
				delete.setBytes(1, proof);
				delete.addBatch();
			}
			if (!proofs.isEmpty()) {
				delete.executeBatch();
			}
		}
	}

	// A pool may be set up to open a transaction by itself.
	private static void commit(Connection connection) throws SQLException {
		if (!connection.getAutoCommit()) {
			connection.commit();
		}
	}

	private void noteThatItWorks() {
		if (!working) {
			working = true;
			log.info("DPoP proofs are remembered again");
		}
	}

	private void noteThatItFails(SQLException failure) {
		if (working) {
			working = false;
			log.warn("DPoP proofs cannot be remembered, so requests with them are refused: {}", failure.getMessage());
		}
	}

}
