package dev.quartet.e2e;

import java.util.Locale;
import java.util.Map;

import com.microsoft.playwright.Browser;
import dev.quartet.e2e.Program.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Connects a television, which has no browser, through somebody's phone. */
class DeviceJourneyTests {

	private static final String CLIENT = "quartet-device";

	private final Program television = new Program(Platform.running().authServer().address());

	@Test
	void showsHerNotesOnTheTelevision() {
		Answer codes = ask();
		try (Visitor visitor = phone(new Browser.NewContextOptions())) {
			visitor.goes(codes.json("verification_uri")).signsIn();
			assertThat(poll(codes).json("error")).isEqualTo("authorization_pending");
			visitor.types("#user-code", codes.json("user_code").toLowerCase(Locale.ROOT)).clicks("#continue");
			assertThat(visitor.reads("#user-code")).isEqualTo(codes.json("user_code"));
			assertThat(visitor.sees()).contains("Notes on the television", "Read your notes", "127.0.0.1",
					"If somebody sent you the code");
			visitor.allows();
			assertThat(visitor.sees()).contains("You can go back to your device.");
			Answer tokens = poll(codes);
			assertThat(tokens.json("id_token")).isNotEmpty();
			assertThat(notes(tokens.json("access_token")).status()).isEqualTo(200);
			visitor.goes(Visitor.auth("/")).clicks("#sign-out");
			assertThat(refresh(tokens.json("refresh_token")).status()).isEqualTo(200);
			assertThat(visitor.complaints()).isEmpty();
		}
	}

	@Test
	void givesTheTelevisionOnlyWhatSheTicked() {
		Answer codes = ask();
		try (Visitor visitor = phone(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
			visitor.goes(codes.json("verification_uri_complete")).signsIn();
			assertThat(visitor.finds("#allow")).as("nothing is asked before she sent the code").isFalse();
			visitor.clicks("#continue").unticks("profile").allows();
			Answer tokens = poll(codes);
			assertThat(tokens.json("scope")).contains("notes:read").doesNotContain("profile");
			assertThat(notes(tokens.json("access_token")).status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "LIGHT_1280", "DARK_390", "LIGHT_320", "ARABIC_390" })
	void looksRightOnEveryPageAndTakesNoForAnAnswer(Look look) {
		Answer codes = ask();
		try (Visitor visitor = Visitor.somebody(look.browser())) {
			visitor.goes(Visitor.auth("/device")).signsIn();
			look.check(visitor, "device-code");
			visitor.types("#user-code", "BBBB-BBBB").clicks("#continue");
			look.check(visitor, "device-code-wrong");
			visitor.types("#user-code", codes.json("user_code")).clicks("#continue");
			look.check(visitor, "device-confirm");
			visitor.clicks("#deny");
			look.check(visitor, "device-denied");
			assertThat(poll(codes).json("error")).isEqualTo("access_denied");
			look.check(visitor.goes(Visitor.auth("/device/allowed")), "device-allowed");
		}
	}

	private static Visitor phone(Browser.NewContextOptions options) {
		return Visitor.somebody(options.setViewportSize(390, 844));
	}

	private Answer ask() {
		return this.television.post("/oauth2/device_authorization",
				Program.form(Map.of("client_id", CLIENT, "scope", "openid profile notes:read")));
	}

	private Answer poll(Answer codes) {
		return this.television.post("/oauth2/token", Program.form(Map.of("client_id", CLIENT, "grant_type",
				"urn:ietf:params:oauth:grant-type:device_code", "device_code", codes.json("device_code"))));
	}

	private Answer refresh(String refreshToken) {
		return this.television.post("/oauth2/token", Program
			.form(Map.of("client_id", CLIENT, "grant_type", "refresh_token", "refresh_token", refreshToken)));
	}

	private static Answer notes(String accessToken) {
		return new Program(Platform.running().resourceServer().address()).get("/notes", "Authorization",
				"Bearer " + accessToken);
	}

}
