package dev.quartet.e2e;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Does everything in a browser that runs no script. */
class ScriptlessJourneyTests {

	@Test
	void allowsNarrowsReadsReceiptsAndRevokes() {
		try (Visitor visitor = scriptless()) {
			visitor.asksToSignIn().signsIn().unticks("email").clicks("#duration-month").allows();
			assertThat(visitor.goes(Visitor.app("/notes")).finds("#note-save")).isTrue();
			visitor.goes(Visitor.auth("/account/apps")).clicks("#change-0");
			assertThat(visitor.finds("[data-scope='email']")).isFalse();
			visitor.clicks("label[for='keep-notes:write']").clicks("#narrow");
			assertThat(visitor.reads("#done")).contains("Taken back");
			visitor.clicks("#until-day").clicks("#shorten");
			assertThat(visitor.reads("#done")).contains("ends sooner");
			visitor.goes(Visitor.auth("/account/receipts")).clicks("li.receipt a");
			assertThat(visitor.reads("#verified")).contains("this server has signed it");
			visitor.goes(Visitor.auth("/account/apps")).clicks("#change-0").clicks("#ask-revoke").clicks("#revoke");
			assertThat(visitor.finds("#none")).isTrue();
		}
	}

	@Test
	void looksAfterTheAccount() {
		try (Visitor visitor = scriptless()) {
			visitor.goes(Visitor.auth("/account")).signsIn().types("[name='nickname']", "Vee").clicks("#save");
			assertThat(visitor.finds("#saved")).isTrue();
			visitor.goes(Visitor.auth("/account/activity"));
			assertThat(visitor.sees()).contains("You changed your profile");
			visitor.goes(Visitor.auth("/account/sessions")).clicks("#sign-out");
			assertThat(visitor.goes(Visitor.auth("/account")).finds("#password")).isTrue();
		}
	}

	private static Visitor scriptless() {
		return Visitor.somebody(new Browser.NewContextOptions().setJavaScriptEnabled(false));
	}

}
