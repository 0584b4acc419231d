package dev.quartet.app.tokens;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import dev.quartet.app.oauth2.ReceivedTokens;
import dev.quartet.app.secrets.Seal;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Stores the tokens of each identity, sealed. */
@Component
public class TokenSets {

	private static final String OVERWRITE = """
			update token_set set generation = generation + 1, access_token = :access, refresh_token = :refresh,
			token_secret = :secret, scope = :scope, expires_at = :expiry, renewing_until = null, received_at = :now
			where identity_id = :identity""";

	private final JdbcClient database;

	private final Seal seal;

	private final Clock clock;

	TokenSets(JdbcClient database, Seal seal, Clock clock) {
		this.database = database;
		this.seal = seal;
		this.clock = clock;
	}

	/** Keeps what a sign-in brought, in place of what was there. */
	public void save(String identity, ReceivedTokens tokens) {
		if (overwrite(identity, tokens) == 0) {
			try {
				insert(identity, tokens);
			}
			catch (DuplicateKeyException ex) {
				overwrite(identity, tokens);
			}
		}
	}

	/** The tokens of a person's identity at a provider; of the one proven last. */
	public Optional<TokenSet> find(String person, String provider) {
		return this.database.sql("""
				select t.* from token_set t join identity i on i.id = t.identity_id
				where i.person_id = ? and i.provider = ? order by i.last_signed_in_at desc, i.id limit 1""")
			.params(person, provider)
			.query(this::tokenSet)
			.optional()
			.flatMap((found) -> found);
	}

	public Optional<TokenSet> of(String identity) {
		return this.database.sql("select * from token_set where identity_id = ?")
			.param(identity)
			.query(this::tokenSet)
			.optional()
			.flatMap((found) -> found);
	}

	/** Drops tokens, unless newer ones have come. */
	public void remove(TokenSet tokens) {
		this.database.sql("delete from token_set where identity_id = ? and generation = ?")
			.params(tokens.identity(), tokens.generation())
			.update();
	}

	/** One of all threads and instances may renew them until then. */
	boolean claim(TokenSet tokens, Instant until) {
		return this.database.sql("""
				update token_set set renewing_until = ? where identity_id = ? and generation = ?
				and (renewing_until is null or renewing_until <= ?)""")
			.params(until.atOffset(ZoneOffset.UTC), tokens.identity(), tokens.generation(), now())
			.update() == 1;
	}

	void release(TokenSet tokens) {
		this.database.sql("update token_set set renewing_until = null where identity_id = ? and generation = ?")
			.params(tokens.identity(), tokens.generation())
			.update();
	}

	/** Puts the renewed ones in place, unless a new sign-in was faster. */
	void replace(TokenSet old, ReceivedTokens renewed) {
		ReceivedTokens before = old.tokens();
		ReceivedTokens after = new ReceivedTokens(renewed.accessToken(),
				(renewed.refreshToken() != null) ? renewed.refreshToken() : before.refreshToken(), null, null,
				(renewed.scope() != null) ? renewed.scope() : before.scope(), renewed.expiresAt());
		with(old.identity(), after, this.database.sql(OVERWRITE + " and generation = :generation"))
			.param("generation", old.generation())
			.update();
	}

	private int overwrite(String identity, ReceivedTokens tokens) {
		return with(identity, tokens, this.database.sql(OVERWRITE)).update();
	}

	private void insert(String identity, ReceivedTokens tokens) {
		with(identity, tokens, this.database.sql("""
				insert into token_set (identity_id, generation, access_token, refresh_token, token_secret, scope,
				expires_at, received_at) values (:identity, 1, :access, :refresh, :secret, :scope, :expiry, :now)"""))
			.update();
	}

	private StatementSpec with(String identity, ReceivedTokens tokens, StatementSpec statement) {
		Instant expiry = tokens.expiresAt();
		return statement.param("identity", identity)
			.param("access", sealed(identity, "access_token", tokens.accessToken()), Types.VARBINARY)
			.param("refresh", sealed(identity, "refresh_token", tokens.refreshToken()), Types.VARBINARY)
			.param("secret", sealed(identity, "token_secret", tokens.tokenSecret()), Types.VARBINARY)
			.param("scope", tokens.scope(), Types.VARCHAR)
			.param("expiry", (expiry != null) ? expiry.atOffset(ZoneOffset.UTC) : null, Types.TIMESTAMP_WITH_TIMEZONE)
			.param("now", now());
	}

	/** Empty when it was sealed with another secret: only a new sign-in helps then. */
	private Optional<TokenSet> tokenSet(ResultSet row, int number) throws SQLException {
		String identity = row.getString("identity_id");
		Optional<String> accessToken = opened(identity, "access_token", row);
		if (accessToken.isEmpty()) {
			return Optional.empty();
		}
		ReceivedTokens tokens = new ReceivedTokens(accessToken.get(),
				opened(identity, "refresh_token", row).orElse(null), opened(identity, "token_secret", row).orElse(null),
				null, row.getString("scope"), instant(row.getObject("expires_at", OffsetDateTime.class)));
		return Optional.of(new TokenSet(identity, row.getLong("generation"),
				row.getObject("received_at", OffsetDateTime.class).toInstant(), tokens));
	}

	private byte @Nullable [] sealed(String identity, String column, @Nullable String value) {
		return (value != null) ? this.seal.seal(place(identity, column), value) : null;
	}

	private Optional<String> opened(String identity, String column, ResultSet row) throws SQLException {
		return Optional.ofNullable(row.getBytes(column))
			.flatMap((sealed) -> this.seal.open(place(identity, column), sealed));
	}

	private static String place(String identity, String column) {
		return "token_set/" + identity + "/" + column;
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
