package dev.quartet.app.experiments;

import java.util.List;
import java.util.Map;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.fakes.Neighbours;

import static org.assertj.core.api.Assertions.assertThat;

/** Is a person who signs in and then presses the buttons of the flow explorer. */
final class Tester {

	private final Browser browser;

	Tester(String app) {
		this.browser = new Browser(app);
	}

	Browser browser() {
		return this.browser;
	}

	Tester signsIn(String provider) {
		Neighbours.signIn(this.browser, provider);
		return this;
	}

	/** The page that an experiment ends on. */
	Page tries(String provider, String fault) {
		Page leaving = presses(provider, fault);
		assertThat(leaving.heading()).isNotBlank();
		Page page = this.browser.open(leaving.document().expectFirst("#leave").attr("href"));
		return page.has("#answer") ? this.browser.follow(Neighbours.posted(page)) : page;
	}

	Page presses(String provider, String fault) {
		return this.browser.submit(this.browser.get("/flow"), "form:has(#break-" + provider + "-" + fault + ")",
				Map.of());
	}

	/** Asks for it without a button, as a page of ours could. */
	Page asksFor(String provider, String fault) {
		String token = this.browser.get("/").document().expectFirst("form.out input[name=_csrf]").val();
		return this.browser.post("/flow/experiments/" + provider + "/" + fault, Map.of("_csrf", token));
	}

	/** What she may try with a provider. */
	List<String> faults(String provider) {
		return this.browser.get("/flow")
			.document()
			.select("button[id^=break-" + provider + "-]")
			.eachAttr("id")
			.stream()
			.map((id) -> id.substring(("break-" + provider + "-").length()))
			.toList();
	}

}
