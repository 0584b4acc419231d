package dev.quartet.auth.account;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.Browser;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.users.StandardClaim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Says what a person may write of herself. */
@QuartetServer
class ProfilePageTests {

	static final String NONSENSE = "<script>alert(1)</script>\u0000\u202e'\"&%00{{7*7}}${7*7}";

	private final Flows flows;

	private final OwnPeople people;

	ProfilePageTests(@Autowired Flows flows, @Autowired ApplicationContext server) {
		this.flows = flows;
		this.people = OwnPeople.of(server);
	}

	@BeforeEach
	void registerHim() {
		this.people.register("ivan");
	}

	@AfterEach
	void forgetHim() {
		this.people.forget("ivan");
	}

	static Stream<String> fields() {
		return Stream.concat(ProfileForm.PROFILE.stream(), ProfileForm.ADDRESS.stream()).map(ProfileField::name);
	}

	@ParameterizedTest
	@MethodSource("fields")
	void refusesNonsenseInEachFieldAndKeepsWhatWasTyped(String field) {
		Browser browser = signedIn();
		Answer page = browser.get("/account");
		Answer refused = browser.post("/account", OwnPeople.form(page).and(field, NONSENSE).and("nickname", "Vanya"));
		String id = field.replace('.', '-');
		if (!field.equals("nickname")) {
			assertThat(refused.page().select("#nickname").val()).isEqualTo("Vanya");
		}
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.page().select("#" + id).attr("aria-invalid")).isEqualTo("true");
		assertThat(refused.page().select("#" + id + "-wrong").text()).isNotEmpty();
		assertThat(refused.body()).doesNotContain("<script");
		assertThat(browser.post("/account", OwnPeople.form(page).and(field, "x".repeat(1001))).status()).isEqualTo(400);
		assertThat(this.people.find("ivan").profile().claims()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "name, \u202eecilA", "website, javascript:alert(1)", "picture, data:image/png;base64",
			"birthdate, 1865-02-30", "birthdate, tomorrow", "zoneinfo, Middle/Earth", "locale, a language",
			"profile, //evil.example" })
	void refusesWhatAClaimCannotBe(String field, String value) {
		Browser browser = signedIn();
		Answer refused = browser.post("/account", OwnPeople.form(browser.get("/account")).and(field, value));
		assertThat(refused.page().select("#" + field + "-wrong")).hasSize(1);
		assertThat(refused.page().select("#" + field).val()).isEqualTo(value);
	}

	@Test
	void refusesMoreThanThereIsRoomFor() {
		Browser browser = signedIn();
		Form form = OwnPeople.form(browser.get("/account"));
		for (ProfileField field : ProfileForm.ADDRESS) {
			form = form.and(field.name(), "\"".repeat(1000));
		}
		for (String field : List.of("picture", "profile", "website")) {
			form = form.and(field, "https://ivan.example/" + "\"".repeat(900));
		}
		Answer refused = browser.post("/account", form);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.page().select("#too-much")).hasSize(1);
	}

	@Test
	void keepsWhatOnlyOthersMayChange() {
		Browser browser = this.flows.browser();
		Answer page = OwnPeople.signIn(browser, "/account", "alice", "alice");
		assertThat(page.page().select("input[name=email], input[name=phone_number], input[name=preferred_username]"))
			.isEmpty();
		assertThat(page.page().select("#email").text()).contains("alice@", "erified");
		Object before = this.people.find("alice").profile().claims().get(StandardClaim.EMAIL);
		Form form = OwnPeople.form(page);
		for (ProfileField field : ProfileForm.PROFILE) {
			form = form.and(field.name(), page.page().select("#" + field.id()).val());
		}
		for (ProfileField field : ProfileForm.ADDRESS) {
			form = form.and(field.name(), page.page().select("#" + field.id()).val());
		}
		Answer saved = browser.post("/account",
				form.and("email", "eve@evil.example").and("email_verified", "true").and("roles", "admin"));
		assertThat(saved.location()).endsWith("?saved");
		assertThat(this.people.find("alice").profile().claims().get(StandardClaim.EMAIL)).isEqualTo(before);
		assertThat(this.people.find("alice").roles()).isEmpty();
	}

	@Test
	void greetsHimByHisNewNameAtOnce() {
		Browser browser = signedIn();
		browser.post("/account", OwnPeople.form(browser.get("/account")).and("name", "Ivan the Kind"));
		Form request = this.flows.app().request();
		assertThat(browser.follow(browser.get("/oauth2/authorize?" + request)).text()).contains("Ivan the Kind");
	}

	@Test
	void hasAWordForEachField() throws IOException {
		var messages = PropertiesLoaderUtils.loadProperties(new ClassPathResource("messages.properties"));
		assertThat(messages.stringPropertyNames())
			.containsAll(fields().map(ProfileField::label).map("account.claim."::concat).toList());
		for (StandardClaim claim : StandardClaim.values()) {
			assertThat(messages.stringPropertyNames()).contains("account.claim." + ProfileField.label(claim.value()));
		}
	}

	private Browser signedIn() {
		return OwnPeople.signedIn(this.flows, "ivan");
	}

}
