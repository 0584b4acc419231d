package dev.quartet.api.uses;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.quartet.api.MovableClock;
import dev.quartet.api.access.AccessSettings;
import dev.quartet.api.access.Caller;
import dev.quartet.api.access.ScopesUsed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * How the issuer learns which permissions are used, and what happens while it is away.
 */
@ExtendWith(OutputCaptureExtension.class)
class UseReporterTests {

	private static final Duration EVERY = Duration.ofSeconds(30);

	private static final int ROOM = 2500;

	private final MovableClock clock = new MovableClock();

	private final ReportReceiver issuer = new ReportReceiver();

	private final UsedScopes used = new UsedScopes(issuer.issuer(), ROOM, clock);

	private final UseReporter reporter = reporter(new ReportSettings("notes api", "s+cret:1", EVERY));

	@AfterEach
	void close() {
		issuer.close();
	}

	@Test
	void reportsEachPermissionOnceWithItsLastUse() {
		use("g-1", "notes:read");
		clock.advance(Duration.ofSeconds(5));
		use("g-1", "notes:read");
		Instant last = clock.instant();
		use("g-1", "notes:write");
		use("g-2", "notes:read");
		reporter.reportWhenDue();
		reporter.reportWhenDue();
		assertThat(issuer.count()).isEqualTo(1);
		assertThat(issuer.uses()).hasSize(3)
			.allSatisfy((use) -> assertThat(Instant.parse(use.path("used_at").asString())).isEqualTo(last));
	}

	@Test
	void provesWhoItIs() {
		use("g-1", "notes:read");
		reporter.reportWhenDue();
		assertThat(issuer.credentials()).isEqualTo("notes+api:s%2Bcret%3A1");
	}

	@Test
	void reportsNothingOfMachinesAndAsksNothingWhenNothingHappened() {
		used.note(use(issuer.issuer(), Map.of(), "notes:read"));
		reporter.reportWhenDue();
		assertThat(issuer.count()).isZero();
	}

	@Test
	void tellsAnIssuerNothingOfGrantsThatAreNotItsOwn() {
		used.note(use("https://other.example", Map.of("grant_id", "g-1"), "notes:read"));
		assertThat(used.isEmpty()).isTrue();
	}

	@Test
	void reportsAThousandAtATimeAndForgetsWhatFindsNoRoom() {
		for (int i = 0; i < 3000; i++) {
			use("g-" + i, "notes:read");
		}
		reporter.reportWhenDue();
		assertThat(issuer.count()).isEqualTo(3);
		assertThat(issuer.uses()).hasSize(ROOM);
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 429, 500, 503 })
	void keepsWhatTheIssuerMayTakeLater(int status) {
		issuer.answer(status);
		use("g-1", "notes:read");
		reporter.reportWhenDue();
		issuer.answer(204);
		issuer.forget();
		clock.advance(EVERY);
		reporter.reportWhenDue();
		assertThat(issuer.uses()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 302, 400, 403, 404, 413 })
	void dropsWhatTheIssuerDoesNotWant(int status) {
		issuer.answer(status);
		use("g-1", "notes:read");
		reporter.reportWhenDue();
		assertThat(used.isEmpty()).isTrue();
	}

	@Test
	void bridgesAnOutageWithGrowingPausesAndOneLine(CapturedOutput output) {
		issuer.close();
		use("g-1", "notes:read");
		Instant first = clock.instant();
		for (int tick = 0; tick < 20; tick++) {
			reporter.reportWhenDue();
			clock.advance(EVERY);
		}
		use("g-2", "notes:read");
		issuer.comeBack();
		reporter.reportWhenDue();
		assertThat(issuer.count()).as("it waits").isZero();
		clock.advance(UseReporter.LONGEST_PAUSE);
		reporter.reportWhenDue();
		assertThat(issuer.uses()).hasSize(2)
			.anySatisfy((use) -> assertThat(Instant.parse(use.path("used_at").asString())).isEqualTo(first));
		assertThat(output.getOut().split("cannot be told", -1)).hasSize(2);
		assertThat(output.getOut().split("learns again", -1)).hasSize(2);
		assertThat(output.getOut()).doesNotContain("s+cret");
	}

	@Test
	void asksLessAndLessOften() {
		issuer.answer(503);
		use("g-1", "notes:read");
		for (int tick = 0; tick < 120; tick++) {
			reporter.reportWhenDue();
			clock.advance(EVERY);
		}
		assertThat(issuer.count()).as("in an hour").isBetween(8, 12);
	}

	@Test
	void keepsTheLaterTimeOfWhatWasUsedAgain() {
		use("g-1", "notes:read");
		Map<UsedScope, Instant> taken = used.take(1);
		clock.advance(EVERY);
		use("g-1", "notes:read");
		used.giveBack(taken);
		assertThat(used.take(9)).containsOnly(Map.entry(new UsedScope("g-1", "notes:read"), clock.instant()));
	}

	@Test
	void reportsWhatIsLeftWhenItStops() {
		reporter.start();
		assertThat(reporter.isRunning()).isTrue();
		use("g-1", "notes:read");
		reporter.stop();
		reporter.stop();
		assertThat(issuer.uses()).hasSize(1);
		assertThat(reporter.isRunning()).isFalse();
	}

	@Test
	void saysOnceThatItReportsNothing(CapturedOutput output) {
		UseReporter nobody = reporter(new ReportSettings("", "", EVERY));
		nobody.start();
		use("g-1", "notes:read");
		nobody.stop();
		assertThat(issuer.count()).isZero();
		assertThat(output.getOut().split("QUARTET_API_CLIENT_ID", -1)).hasSize(2);
	}

	@Test
	void refusesHalfOfItsCredentialsAndTellsNobodyTheSecret() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ReportSettings("notes", "", EVERY));
		assertThatIllegalArgumentException().isThrownBy(() -> new ReportSettings("", "s+cret:1", EVERY));
		assertThatIllegalArgumentException().isThrownBy(() -> new ReportSettings("a", "b", Duration.ZERO));
		assertThat(new ReportSettings("notes", "s+cret:1", EVERY).toString()).doesNotContain("s+cret");
	}

	private UseReporter reporter(ReportSettings settings) {
		AccessSettings access = AccessSettings.of(issuer.issuer(), "http://localhost:8090");
		return new UseReporter(used, new UsesEndpoint(access, settings), settings, clock);
	}

	private void use(String grant, String scope) {
		used.note(use(issuer.issuer(), Map.of("grant_id", grant), scope));
	}

	private static ScopesUsed use(String issuer, Map<String, Object> claims, String scope) {
		Caller caller = new Caller(Caller.Kind.PERSON, issuer, "alice", "alice", Set.of(scope), claims);
		return new ScopesUsed(caller, List.of(scope));
	}

}
