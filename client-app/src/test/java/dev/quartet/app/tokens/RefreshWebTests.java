package dev.quartet.app.tokens;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.fakes.Race;
import dev.quartet.app.fakes.RunningApp;
import dev.quartet.app.fakes.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Renews access tokens once, and knows when only a new sign-in helps. */
@RunningApp
class RefreshWebTests {

	private static final Duration PAST_EXPIRY = Duration.ofMinutes(6);

	private final Browser browser = new Browser(World.APP);

	@BeforeEach
	void signIn() {
		World.reset();
		this.browser.open("/notes");
	}

	@Test
	void renewsAnExpiredToken() {
		World.CLOCK.forward(PAST_EXPIRY);
		World.PROVIDER.forgetAccessTokens();
		assertThat(this.browser.get("/notes").status()).isEqualTo(200);
		assertThat(World.PROVIDER.refreshes).hasValue(1);
	}

	@Test
	void keepsATokenThatIsStillGood() {
		assertThat(this.browser.get("/notes").status()).isEqualTo(200);
		assertThat(World.PROVIDER.refreshes).hasValue(0);
	}

	@Test
	void renewsATokenThatTheApiRefusesBeforeItsTime() {
		World.PROVIDER.forgetAccessTokens();
		assertThat(this.browser.get("/notes").status()).isEqualTo(200);
		assertThat(World.PROVIDER.refreshes).hasValue(1);
		assertThat(World.PROVIDER.signIns).hasValue(1);
	}

	@Test
	void renewsOnceForTabsThatAreRefusedTogether() {
		World.PROVIDER.forgetAccessTokens();
		World.PROVIDER.faults.refreshMillis = 300;
		assertThat(Race.of(8, () -> this.browser.get("/notes").status())).containsOnly(200);
		assertThat(World.PROVIDER.refreshes).hasValue(1);
	}

	@Test
	void asksForASignInWhenTheApiRefusesEvenARenewedToken() {
		World.API.status = 401;
		this.browser.get("/notes");
		assertThat(World.PROVIDER.refreshes).hasValue(1);
		this.browser.get("/notes");
		assertThat(World.PROVIDER.refreshes).as("there is nothing left to renew").hasValue(1);
	}

	@Test
	void refreshesOnceForTabsThatLoadTogether() throws InterruptedException, ExecutionException {
		World.CLOCK.forward(PAST_EXPIRY);
		World.PROVIDER.forgetAccessTokens();
		World.PROVIDER.faults.refreshMillis = 300;
		ExecutorService tabs = Executors.newFixedThreadPool(12);
		try {
			Callable<Page> load = () -> this.browser.get("/notes");
			List<Future<Page>> pages = tabs.invokeAll(Collections.nCopies(12, load));
			for (Future<Page> page : pages) {
				assertThat(page.get().status()).isEqualTo(200);
			}
		}
		finally {
			tabs.shutdownNow();
		}
		assertThat(World.PROVIDER.refreshes).hasValue(1);
	}

	@Test
	void signsInAgainWhenTheRefreshIsRefused() {
		World.CLOCK.forward(PAST_EXPIRY);
		World.PROVIDER.forgetRefreshTokens();
		Page notes = this.browser.open("/notes");
		assertThat(notes.address()).hasPath("/notes");
		assertThat(notes.status()).isEqualTo(200);
		assertThat(World.PROVIDER.signIns).hasValue(2);
	}

	@Test
	void offersToSignInAgainWhenTheRefreshIsRefused() {
		World.CLOCK.forward(PAST_EXPIRY);
		World.PROVIDER.forgetRefreshTokens();
		assertThat(this.browser.get("/notes").isRedirect()).isTrue();
		assertThat(this.browser.get("/").text("#call-problem")).contains("Sign in");
	}

	@Test
	void signsInAgainOnlyOnceWhenTheApiRefusesEveryToken() {
		World.CLOCK.forward(Duration.ofMinutes(2));
		World.API.status = 401;
		Page page = this.browser.open("/notes");
		assertThat(page.status()).isEqualTo(502);
		assertThat(page.heading()).isEqualTo("Signing in did not help");
		assertThat(World.PROVIDER.signIns).hasValue(2);
	}

	@Test
	void saysWhenTheServerIsDownAndTheTokenCannotBeRenewed() {
		World.CLOCK.forward(PAST_EXPIRY);
		World.PROVIDER.stop();
		Page page = this.browser.get("/notes");
		assertThat(page.status()).isEqualTo(503);
		assertThat(page.heading()).isEqualTo("The sign-in server does not answer");
		World.PROVIDER.start();
		World.CLOCK.forward(Duration.ofSeconds(2));
		assertThat(this.browser.get("/notes").status()).isEqualTo(200);
	}

	@Test
	void livesOnATokenThatIsAboutToExpireWhileTheServerIsDown() {
		World.CLOCK.forward(Duration.ofSeconds(270));
		World.PROVIDER.stop();
		assertThat(this.browser.get("/notes").status()).isEqualTo(200);
	}

	@Test
	void showsTheHomePageWithoutUsableTokens() {
		World.CLOCK.forward(PAST_EXPIRY);
		World.PROVIDER.forgetRefreshTokens();
		Page home = this.browser.get("/");
		assertThat(home.status()).isEqualTo(200);
		assertThat(home.text("#call-problem")).contains("Sign in again");
	}

}
