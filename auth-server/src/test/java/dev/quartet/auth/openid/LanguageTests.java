package dev.quartet.auth.openid;

import java.util.List;
import java.util.Map;

import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says in which language a page speaks and a client is named, and that no wish for a
 * language or a display is an error (OpenID Connect Core §3.1.2.1).
 */
@QuartetServer
class LanguageTests {

	private static final String CLIENT = "polyglot";

	private final Flows flows;

	private final OwnClients clients;

	private TestClient client;

	LanguageTests(@Autowired Flows flows, @Autowired Clients clients, @Autowired MovableClock clock) {
		this.flows = flows;
		this.clients = new OwnClients(clients, clock);
	}

	@BeforeEach
	void register() {
		this.client = this.clients.register(CLIENT, "openid", Map.of(MetadataField.LOCALIZED,
				Map.of("client_name#fr", "Polyglotte", "client_name#de-CH", "Sprachtalent", "client_name#ja", "多言語")));
	}

	@AfterEach
	void forget() {
		this.clients.forget(CLIENT);
	}

	@ParameterizedTest
	@CsvSource({ "fr, , Polyglotte", "fr-CA fr en, , Polyglotte", "xx de-CH fr, , Sprachtalent", "de, , polyglot",
			"ja, fr, 多言語", "xx, fr-FR, Polyglotte", ", 'fr-CH, en;q=0.9', Polyglotte", ", 'en, fr;q=0.9', polyglot",
			"'!! ?? x', , polyglot" })
	void namesTheClientInTheLanguageThatIsAskedForOrPreferred(String asked, String preferred, String name) {
		AuthorizationFlow flow = this.flows.with(this.client);
		Form request = (asked != null) ? flow.request().and("ui_locales", asked) : flow.request();
		String[] headers = (preferred != null) ? new String[] { "Accept-Language", preferred } : new String[0];
		Answer toLogin = flow.browser().get("/oauth2/authorize?" + request, headers);
		Answer login = flow.browser().get(toLogin.location(), headers);
		assertThat(login.text()).contains("\u2068" + name + "\u2069");
		Answer back = flow.signIn(login, "alice", "alice");
		Answer toConsent = flow.browser().get(back.location(), headers);
		assertThat(flow.browser().get(toConsent.location(), headers).text()).contains("\u2068" + name + "\u2069");
	}

	@ParameterizedTest
	@CsvSource({ "de, , de, ltr", "ar-EG, de, ar, rtl", "it pt ja, de, ja, ltr", "xx, 'it;q=0.9, es;q=0.8', es, ltr",
			", fr-CA, fr, ltr", ", '%%%', en, ltr", "'', , en, ltr" })
	void speaksTheLanguageThatIsAskedForOrPreferred(String asked, String preferred, String language, String direction) {
		AuthorizationFlow flow = this.flows.with(this.client);
		Form request = (asked != null) ? flow.request().and("ui_locales", asked) : flow.request();
		String[] headers = (preferred != null) ? new String[] { "Accept-Language", preferred } : new String[0];
		Answer login = flow.browser()
			.get(flow.browser().get("/oauth2/authorize?" + request, headers).location(), headers);
		assertThat(login.page().select("html").attr("lang")).isEqualTo(language);
		assertThat(login.page().select("html").attr("dir")).isEqualTo(direction);
		assertThat(login.header("Content-Language")).isEqualTo(language);
	}

	@Test
	void speaksTheLanguageThatSheHasChosenWhateverTheClientWishes() {
		AuthorizationFlow flow = this.flows.with(this.client);
		Answer login = flow.browser().follow(flow.authorize(flow.request().and("ui_locales", "fr")));
		String japanese = login.page().select("a[hreflang=ja]").attr("href");
		String continued = login.hidden("continue");
		Answer chosen = flow.browser().get("/login" + japanese);
		assertThat(chosen.location()).startsWith("/login?continue=").doesNotContain("quartet_language");
		Answer again = flow.browser().get(chosen.location());
		assertThat(again.page().select("html").attr("lang")).isEqualTo("ja");
		assertThat(again.text()).contains("\u2068多言語\u2069");
		assertThat(again.hidden("continue")).isEqualTo(continued);
	}

	@Test
	void explainsARefusalInTheLanguageThatIsAskedFor() {
		AuthorizationFlow flow = this.flows.with(this.client);
		Answer refusal = flow.authorize(flow.request().with("client_id", "nobody").and("ui_locales", "de"));
		assertThat(refusal.status()).isEqualTo(400);
		assertThat(refusal.header("Content-Language")).isEqualTo("de");
		assertThat(refusal.page().select("html[lang=de] h1").text())
			.isEqualTo("Diese Anwendung ist hier nicht bekannt");
	}

	@Test
	void readsThemFromAPushedRequestAsWell() {
		AuthorizationFlow flow = this.flows.with(this.client);
		Answer pushed = flow.push(flow.request().and("ui_locales", "fr").and("login_hint", "bob"));
		Answer login = flow.browser().follow(flow.authorizePushed(pushed.json("request_uri")));
		assertThat(login.page().select("html").attr("lang")).isEqualTo("fr");
		assertThat(login.text()).contains("Polyglotte");
		assertThat(login.page().select("input[name=username]").attr("value")).isEqualTo("bob");
	}

	@ParameterizedTest
	@ValueSource(strings = { "page", "popup", "touch", "wap", "hologram", "" })
	void showsItsPagesWhateverDisplayIsWished(String display) {
		AuthorizationFlow flow = this.flows.app();
		Answer login = flow.browser()
			.follow(flow.authorize(flow.request().and("display", display).and("ui_locales", "x".repeat(3000))));
		assertThat(login.status()).isEqualTo(200);
		assertThat(login.page().select("html").attr("lang")).isEqualTo("en");
	}

	@Test
	void saysSoInItsMetadata() {
		assertThat(this.flows.browser().get("/.well-known/openid-configuration").json())
			.containsEntry("ui_locales_supported", List.of("en", "de", "fr", "es", "ja", "ar"))
			.doesNotContainKey("display_values_supported");
	}

}
