package dev.quartet.e2e;

import java.util.Map;

import dev.quartet.e2e.Program.Answer;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Looks at every page, on a phone and a desktop, light and dark, enlarged and right to
 * left: axe finds nothing, and a picture is kept.
 */
@Execution(ExecutionMode.CONCURRENT)
class AccessibilityJourneyTests {

	@ParameterizedTest
	@EnumSource
	void findsNoViolationOnAnyPage(Look look) {
		try (Visitor visitor = look.visitor()) {
			pagesOfStrangers(visitor, look);
			appPages(visitor, look);
			otherConsents(visitor, look);
			accountPages(visitor, look);
		}
	}

	private static void pagesOfStrangers(Visitor visitor, Look look) {
		look.check(visitor.goes(Visitor.auth("/")), "server-home");
		look.check(visitor.goes(Visitor.auth("/login")), "login-plain");
		look.check(visitor.goes(Visitor.auth("/signed-out")), "signed-out");
		look.check(visitor.goes(Visitor.auth("/setup?token=none")), "setup-used");
		String mistyped = Program.form(Map.of("redirect_uri", Visitor.app("/login/oauth2/code/quarted"), "client_id",
				"quartet-app", "response_type", "code"));
		look.check(visitor.goes(Visitor.auth("/oauth2/authorize?" + mistyped)), "error");
		look.check(visitor.goes(Visitor.auth("/oauth2/consent?state=gone")), "login-needed");
		if (!look.isRightToLeft()) {
			look.check(visitor.goes(Visitor.app("/")), "app-home");
		}
		look.check(visitor.asksToSignIn(), "login");
		look.check(visitor.signsIn("wrong"), "login-failed");
		look.check(visitor.signsIn(), "consent");
	}

	/** The client app speaks English only. */
	private static void appPages(Visitor visitor, Look look) {
		visitor.unticks("notes:write").allows();
		visitor.goes(Visitor.app("/notes"));
		if (!look.isRightToLeft()) {
			look.check(visitor, "notes-read-only");
		}
		visitor.clicks("#ask-again");
		look.check(visitor, "consent-again");
		visitor.allows();
		visitor.types("#note-title", "Shopping").types("#note-text", "Milk, bread, and a lemon").clicks("#note-save");
		if (!look.isRightToLeft()) {
			look.check(visitor, "notes");
			look.check(visitor.goes(Visitor.app("/")), "app-home-signed-in");
			look.check(visitor.goes(Visitor.app("/profile")), "profile");
			look.check(visitor.goes(Visitor.app("/links")), "links");
			appFlow(visitor, look);
			look.check(visitor.goes(Visitor.app("/nope")), "app-error");
		}
	}

	/** A long page: axe need not read it in every look. */
	private static void appFlow(Visitor visitor, Look look) {
		if (look == Look.LIGHT_1280 || look == Look.DARK_390 || look == Look.LIGHT_390) {
			look.check(visitor.goes(Visitor.app("/flow")), "flows");
			look.check(visitor.clicks(".recordings a"), "flow");
			look.keepFirstSight(visitor, "flow-top");
		}
	}

	private static void otherConsents(Visitor visitor, Look look) {
		look.check(visitor.goes(Visitor.auth("/oauth2/authorize?" + Program.form(CodeFlow.request()))),
				"consent-public");
		try (OwnApp app = new OwnApp("Photo frame")) {
			look.check(visitor.goes(app.asksFor("openid profile offline_access notes:read notes:write")),
					"consent-unverified");
			app.renamesItself("Your bank");
			look.check(visitor.ticks("profile").allows(), "consent-outdated");
			visitor.ticks("profile").allows().page().waitForSelector("#landed");
		}
		Answer codes = new Program(Platform.running().authServer().address()).post("/oauth2/device_authorization",
				Program.form(Map.of("client_id", "quartet-device", "scope", "openid profile notes:read")));
		look.check(visitor.goes(codes.json("verification_uri_complete")), "device-code");
		look.check(visitor.clicks("#continue"), "device-confirm");
		look.check(visitor.clicks("#deny"), "device-denied");
	}

	private static void accountPages(Visitor visitor, Look look) {
		look.check(visitor.goes(Visitor.auth("/account/apps")), "apps");
		look.check(visitor.goes(Visitor.auth("/account/apps/one?client_id=quartet-app")), "app");
		visitor.clicks("label[for='keep-email']").clicks("#narrow").clicks("#ask-revoke");
		look.check(visitor, "app-narrowed");
		look.check(visitor.goes(Visitor.auth("/account/receipts")), "receipts");
		look.check(visitor.clicks("li.receipt:last-child a"), "receipt");
		look.check(visitor.goes(Visitor.auth("/account")), "account");
		look.check(visitor.types("[name='birthdate']", "in spring").clicks("#save"), "account-wrong");
		look.check(visitor.goes(Visitor.auth("/account/password")), "password");
		visitor.types("#current", "wrong").types("#password", "short").types("#password-again", "shorter");
		look.check(visitor.clicks("#change"), "password-refused");
		try (Visitor elsewhere = Visitor.known(visitor.name(), look.browser())) {
			elsewhere.goes(Visitor.auth("/login")).signsIn();
			look.check(visitor.goes(Visitor.auth("/account/sessions")), "sessions");
		}
		look.check(visitor.goes(Visitor.auth("/account/activity")), "activity");
		look.check(visitor.goes(Visitor.auth("/oauth2/consent?state=gone")), "error-expired");
		look.check(visitor.goes(Visitor.auth("/connect/logout")), "logout-confirm");
	}

}
