package dev.quartet.app.identities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Decides which person a proven identity is. Nothing but issuer and subject counts: an
 * e-mail address, verified or not, never brings two of them together.
 */
@Component
public class Identities {

	private static final String COLUMNS = """
			select id, issuer, subject, person_id, provider, profile, linked_at, last_signed_in_at from identity
			""";

	private final JdbcClient database;

	private final TransactionOperations transactions;

	private final JsonMapper json;

	private final Clock clock;

	Identities(JdbcClient database, TransactionOperations transactions, JsonMapper json, Clock clock) {
		this.database = database;
		this.transactions = transactions;
		this.json = json;
		this.clock = clock;
	}

	/** The identity that was proven; a person is made for one that nobody knew. */
	public Identity signIn(Proof proof) {
		return seenAgain(proof).orElseGet(() -> {
			try {
				return inTransaction(() -> added(proof, newPerson()));
			}
			catch (DuplicateKeyException ex) {
				// Her other tab was first.
				return seenAgain(proof).orElseThrow(() -> ex);
			}
		});
	}

	/**
	 * Adds what was proven to a person.
	 * @throws IdentityTaken when it is another person's
	 */
	public Identity link(String person, Proof proof) {
		Identity identity = seenAgain(proof).orElseGet(() -> {
			try {
				return inTransaction(() -> added(proof, person));
			}
			catch (DuplicateKeyException ex) {
				return seenAgain(proof).orElseThrow(() -> ex);
			}
		});
		if (!identity.person().equals(person)) {
			throw new IdentityTaken();
		}
		return identity;
	}

	/**
	 * Takes an identity away, unless it is the person's last: she could never come back.
	 * @return whether it is gone
	 */
	public boolean unlink(String person, String identity) {
		return inTransaction(() -> {
			// Two at once must not take the last two.
			this.database.sql("select id from person where id = ? for update").param(person).query().listOfRows();
			return this.database.sql("""
					delete from identity where id = ? and person_id = ?
					and (select count(*) from identity where person_id = ?) > 1""")
				.params(identity, person, person)
				.update() == 1;
		});
	}

	public List<Identity> of(String person) {
		return this.database.sql(COLUMNS + "where person_id = ? order by linked_at, id")
			.param(person)
			.query(this::identity)
			.list();
	}

	public Optional<Identity> find(String issuer, String subject) {
		return this.database.sql(COLUMNS + "where issuer = ? and subject = ?")
			.params(issuer, subject)
			.query(this::identity)
			.optional();
	}

	/** The person's identity at a provider; the one proven last if she has several. */
	public Optional<Identity> at(String provider, String person) {
		return this.database
			.sql(COLUMNS + "where person_id = ? and provider = ? order by last_signed_in_at desc, id limit 1")
			.params(person, provider)
			.query(this::identity)
			.optional();
	}

	private Optional<Identity> seenAgain(Proof proof) {
		this.database.sql(
				"update identity set profile = ?, provider = ?, last_signed_in_at = ? where issuer = ? and subject = ?")
			.params(this.json.writeValueAsString(proof.profile()), proof.provider(), now(), proof.issuer(),
					proof.subject())
			.update();
		return find(proof.issuer(), proof.subject());
	}

	private String newPerson() {
		String id = UUID.randomUUID().toString();
		this.database.sql("insert into person (id, created_at) values (?, ?)").params(id, now()).update();
		return id;
	}

	private Identity added(Proof proof, String person) {
		this.database.sql("""
				insert into identity (id, issuer, subject, person_id, provider, profile, linked_at, last_signed_in_at)
				values (?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(UUID.randomUUID().toString(), proof.issuer(), proof.subject(), person, proof.provider(),
					this.json.writeValueAsString(proof.profile()), now(), now())
			.update();
		return find(proof.issuer(), proof.subject()).orElseThrow();
	}

	private <T> T inTransaction(Supplier<T> work) {
		T result = this.transactions.execute((status) -> work.get());
		if (result == null) {
			throw new IllegalStateException("No result");
		}
		return result;
	}

	private Identity identity(ResultSet row, int number) throws SQLException {
		return new Identity(row.getString("id"), row.getString("issuer"), row.getString("subject"),
				row.getString("person_id"), row.getString("provider"),
				this.json.readValue(row.getString("profile"), Profile.class),
				row.getObject("linked_at", OffsetDateTime.class).toInstant(),
				row.getObject("last_signed_in_at", OffsetDateTime.class).toInstant());
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
