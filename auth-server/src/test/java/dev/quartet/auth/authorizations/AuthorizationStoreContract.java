package dev.quartet.auth.authorizations;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.quartet.auth.flow.Race;
import dev.quartet.auth.flow.StrictDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Promises of the store: each one-time thing buys once, whichever database decides. */
interface AuthorizationStoreContract {

	int ROUNDS = 100;

	int STRICT_ROUNDS = 10;

	ApplicationContext server();

	@ParameterizedTest
	@EnumSource
	default void letsOneOfManyWin(OneTimeThing thing) {
		assertOneWinner(thing, ROUNDS);
	}

	@ParameterizedTest
	@EnumSource
	default void letsOneOfManyWinWhereTheDatabaseRefusesToOrderThem(OneTimeThing thing) {
		server().getBean(StrictDatabase.class).whileStrict(() -> assertOneWinner(thing, STRICT_ROUNDS));
	}

	@Test
	default void movesTheRefreshSequenceOnceForAllWhoAskAtOnce() {
		assertOneSuccessor(ROUNDS);
	}

	@Test
	default void movesTheRefreshSequenceOnceWhereTheDatabaseRefusesToOrderThem() {
		server().getBean(StrictDatabase.class).whileStrict(() -> assertOneSuccessor(STRICT_ROUNDS));
	}

	@ParameterizedTest
	@EnumSource
	default void buysNothingTheSecondTime(OneTimeThing thing) {
		BooleanSupplier use = thing.of(flow());
		assertThat(use.getAsBoolean()).isTrue();
		assertThat(use.getAsBoolean()).isFalse();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ASSERTION")
	default void buysAgainWhatACrashTookAway(OneTimeThing thing) {
		BooleanSupplier use = thing.of(flow());
		TransactionTemplate crash = new TransactionTemplate(server().getBean(PlatformTransactionManager.class));
		assertThat(crash.<Boolean>execute((status) -> {
			boolean bought = use.getAsBoolean();
			status.setRollbackOnly();
			return bought;
		})).isTrue();
		assertThat(use.getAsBoolean()).isTrue();
		assertThat(use.getAsBoolean()).isFalse();
	}

	@Test
	default void refreshesNothingThatWasTakenBackWhileTheTokensWereSigned() {
		StoredFlow flow = flow();
		String token = flow.refreshToken();
		assertThatExceptionOfType(GrantChangedMeanwhile.class)
			.isThrownBy(() -> flow.refresh(token, () -> takeBackOpenId(token)));
		String successor = flow.refresh(token);
		assertThat(successor).isNotEmpty();
		assertThat(flow.refresh(token)).isEqualTo(successor);
	}

	private void takeBackOpenId(String token) {
		Grants grants = server().getBean(Grants.class);
		Grant grant = grants.findById(server().getBean(RefreshTokens.class).read(token).orElseThrow().grantId())
			.orElseThrow();
		new TransactionTemplate(server().getBean(PlatformTransactionManager.class))
			.executeWithoutResult((status) -> assertThat(
					grants.narrow(grant.getId(), grant.scope(), "notes:read", NamedClaims.NONE, grant.createdAt()))
				.isEqualTo(1));
	}

	@Test
	default void refusesAUserCodeThatIsTaken() {
		StoredFlow flow = flow();
		StoredFlow.DeviceCodes first = flow.device();
		StoredFlow.DeviceCodes second = new StoredFlow.DeviceCodes(flow.random(), first.user());
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> flow.ask(second));
		assertThat(flow.redeemDevice(second.device())).isFalse();
		assertThat(flow.answerDevice(first.user())).isTrue();
		assertThat(flow.redeemDevice(first.device())).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\0", "a\0b", "é🐎", "\ud800", "' or 1=1 --" })
	default void findsNothingByWhatWasNeverIssued(String token) {
		StoredFlow flow = flow();
		Stream.of("state", "code", "device_code", "user_code", "access_token", "refresh_token", "id_token")
			.forEach((type) -> assertThat(flow.find(token, type)).isNull());
		assertThat(flow.find("x".repeat(1_000_000), "code")).isNull();
		String id = flow.random() + token;
		assertThat(flow.assertion(id)).isTrue();
		assertThat(flow.assertion(id)).isFalse();
	}

	@Test
	default void findsNothingByATokenThatWasCut() {
		StoredFlow flow = flow();
		assertOnlyWhole(flow.code(), "code");
		assertOnlyWhole(flow.refreshToken(), "refresh_token");
		assertOnlyWhole(flow.consentState(), "state");
		assertOnlyWhole(flow.pushed(), "state");
		assertOnlyWhole(flow.device().device(), "device_code");
	}

	private void assertOnlyWhole(String token, String type) {
		for (int cut = 1; cut <= 20; cut++) {
			assertThat(flow().find(token.substring(0, token.length() - cut), type)).isNull();
			assertThat(flow().find(token.substring(cut), type)).isNull();
		}
		assertThat(flow().find(token, type)).isNotNull();
	}

	private void assertOneWinner(OneTimeThing thing, int rounds) {
		StoredFlow flow = flow();
		Function<Integer, Callable<Boolean>> prepare = (round) -> thing.of(flow)::getAsBoolean;
		assertThat(Race.rounds(rounds, prepare))
			.allSatisfy((round) -> assertThat(round).filteredOn((won) -> won).hasSize(1));
	}

	private void assertOneSuccessor(int rounds) {
		StoredFlow flow = flow();
		List<List<String>> results = Race.rounds(rounds, (round) -> {
			String token = flow.refreshToken();
			return () -> flow.refresh(token);
		});
		assertThat(results).allSatisfy((round) -> assertThat(round.stream().distinct()).hasSize(1).doesNotContain(""));
		assertThat(results).allSatisfy((round) -> assertThat(sequence(round.get(0))).isEqualTo(1));
	}

	private int sequence(String refreshToken) {
		UUID grant = server().getBean(RefreshTokens.class).read(refreshToken).orElseThrow().grantId();
		return database().sql("select refresh_sequence from authorization_grant where id = ?")
			.param(grant)
			.query(Integer.class)
			.single();
	}

	private StoredFlow flow() {
		return new StoredFlow(server());
	}

	private JdbcClient database() {
		return server().getBean(JdbcClient.class);
	}

}
