package dev.quartet.auth.rfc9700;

import java.util.List;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.QuartetServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says what a browser keeps and passes on of a flow, and for whom (RFC 9700 §4.2.4,
 * §4.7).
 */
@QuartetServer
class BrowserTraceTests {

	private final Flows flows;

	private final JdbcClient database;

	BrowserTraceTests(@Autowired Flows flows, @Autowired JdbcClient database) {
		this.flows = flows;
		this.database = database;
	}

	@Test
	void tellsNobodyFromWhichAddressItCame() {
		AuthorizationFlow flow = this.flows.app();
		Answer toLogin = flow.authorize(flow.request().and("prompt", "consent"));
		Answer login = flow.browser().follow(toLogin);
		Answer consent = flow.browser().follow(flow.signIn(login, "alice", "alice"));
		Answer sent = flow.allowAll(consent);
		assertThat(sent.sent("code")).isNotEmpty();
		Answer posted = flow.authorize(flow.request().and("response_mode", "form_post"));
		assertThat(posted.hidden("code")).isNotEmpty();
		Answer refused = flow.authorize(flow.request().with("scope", "x"));
		Answer page = flow.authorize(flow.request().with("client_id", "x"));
		assertThat(List.of(toLogin, login, consent, sent, posted, refused, page))
			.allMatch((answer) -> answer.headers().allValues("Referrer-Policy").equals(List.of("no-referrer")));
	}

	@Test
	void loadsNothingFromElsewhere() {
		AuthorizationFlow flow = this.flows.app();
		Answer login = flow.browser().follow(flow.authorize(flow.request().and("prompt", "consent")));
		Answer consent = flow.browser().follow(flow.signIn(login, "alice", "alice"));
		for (Answer page : List.of(login, consent)) {
			assertThat(page.page().select("link[href], script[src], img[src], iframe[src]")).isNotEmpty()
				.allMatch((loaded) -> (loaded.attr("href") + loaded.attr("src")).matches("/[^/].*"));
		}
	}

	@Test
	void keepsEveryCookieFromScriptsAndOtherSites() {
		AuthorizationFlow flow = this.flows.app();
		Answer login = flow.browser().follow(flow.authorize(flow.request()));
		Answer signedIn = flow.signIn(login, "alice", "alice");
		assertThat(signedIn.headers().allValues("Set-Cookie"))
			.anyMatch((cookie) -> cookie.matches("QUARTET_AUTH=[^;]{20,};.*"))
			.allMatch((cookie) -> cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax"))
			.allMatch((cookie) -> cookie.contains("; Path=/") && !cookie.contains("Domain"));
		assertThat(signedIn.location()).doesNotContain("QUARTET", "jsessionid", ";");
	}

	@Test
	void refusesTheConsentPageOfTheFormerPersonInTheSameBrowser() {
		AuthorizationFlow flow = this.flows.app();
		Answer stale = flow.signIn("bob", flow.request().and("prompt", "consent"));
		Answer login = flow.browser().follow(flow.authorize(flow.request().and("prompt", "login")));
		flow.browser().follow(flow.signIn(login, "alice", "alice"));
		Answer answer = flow.allowAll(stale);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.location()).isEmpty();
		assertThat(flow.browser().get("/oauth2/consent?state=" + stale.hidden("state")).status()).isEqualTo(400);
		String token = flow.redeem(flow.authorize(flow.request()).sent("code")).json("access_token");
		assertThat(flow.introspect(token).json("sub")).isEqualTo("alice");
	}

	@Test
	void keepsNoSessionForWhoeverSignedInNowhere() {
		int before = sessions();
		AuthorizationFlow same = this.flows.app();
		for (int i = 0; i < 25; i++) {
			AuthorizationFlow other = this.flows.app();
			other.browser().follow(other.authorize(other.request()));
			same.browser().follow(same.authorize(same.request()));
		}
		assertThat(sessions()).isEqualTo(before);
	}

	private int sessions() {
		return this.database.sql("select count(*) from spring_session").query(Integer.class).single();
	}

}
