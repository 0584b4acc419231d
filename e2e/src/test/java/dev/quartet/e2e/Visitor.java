package dev.quartet.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;

import static org.assertj.core.api.Assertions.assertThat;

/** Is one person at one browser, with the words for what she does there. */
final class Visitor implements AutoCloseable {

	private static final double PATIENCE = 15_000;

	private final BrowserContext context;

	private final String name;

	private final List<String> complaints = new ArrayList<>();

	private Page page;

	private Visitor(BrowserContext context, String name) {
		this.context = context;
		this.name = name;
		context.setDefaultTimeout(PATIENCE);
		this.page = newPage();
	}

	static Visitor somebody() {
		return somebody(new Browser.NewContextOptions());
	}

	static Visitor somebody(Browser.NewContextOptions options) {
		return known(Platform.running().newPerson(), options);
	}

	/** Somebody whom the server knows. */
	static Visitor known(String name, Browser.NewContextOptions options) {
		// A risky yes is held back for a moment, which no journey should wait for.
		return new Visitor(Chromium.required().newContext(options.setReducedMotion(ReducedMotion.REDUCE)), name);
	}

	static String auth(String path) {
		return Platform.running().authServer().address() + path;
	}

	static String app(String path) {
		return Platform.running().clientApp().address() + path;
	}

	String name() {
		return this.name;
	}

	String password() {
		return Platform.password(this.name);
	}

	Page page() {
		return this.page;
	}

	BrowserContext context() {
		return this.context;
	}

	/**
	 * What the browser complained about: blocked by the content security policy, not
	 * found.
	 */
	List<String> complaints() {
		return this.complaints;
	}

	Page newTab() {
		return newPage();
	}

	Visitor using(Page tab) {
		this.page = tab;
		tab.bringToFront();
		return this;
	}

	Visitor goes(String address) {
		this.page.navigate(address);
		return this;
	}

	Visitor clicks(String selector) {
		this.page.locator(selector).first().click();
		return this;
	}

	Visitor types(String selector, String text) {
		this.page.locator(selector).fill(text);
		return this;
	}

	/** From the app's home to the server's login page. */
	Visitor asksToSignIn() {
		return goes(app("/")).clicks("#sign-in");
	}

	Visitor signsIn() {
		return signsIn(password());
	}

	Visitor signsIn(String password) {
		return types("#username", this.name).types("#password", password).clicks("#sign-in");
	}

	Visitor allows() {
		return clicks("#allow");
	}

	Visitor unticks(String scope) {
		return clicks("label[for='scope-" + scope + "']");
	}

	Visitor ticks(String scope) {
		return unticks(scope);
	}

	/** Signed in at the app, everything allowed. */
	Visitor arrives() {
		asksToSignIn().signsIn().allows();
		this.page.waitForURL((url) -> url.startsWith(app("/")));
		return this;
	}

	/**
	 * Does what the pages ask for, one after the other, until the page with the element.
	 */
	Visitor obliges(String until) {
		while (true) {
			Locator next = this.page.locator("#password, form[action='/device'] #continue, #allow, " + until).first();
			next.waitFor();
			switch (String.valueOf(next.getAttribute("id"))) {
				case "password" -> signsIn();
				case "continue", "allow" -> next.click();
				default -> {
					return this;
				}
			}
		}
	}

	/** Out of the app and the server: a page between them goes on by itself. */
	Visitor signsOut() {
		clicks("#sign-out");
		this.page.waitForSelector("#signed-out");
		return this;
	}

	/** Again and again, until the page has the element. */
	Visitor goesUntil(String address, String selector) {
		long end = System.nanoTime() + Duration.ofMillis((long) PATIENCE).toNanos();
		while (!goes(address).finds(selector)) {
			assertThat(System.nanoTime()).as("no %s at %s", selector, address).isLessThan(end);
			this.page.waitForTimeout(200);
		}
		return this;
	}

	String sees() {
		return this.page.locator("main").innerText();
	}

	/** How many there are of it. */
	int counts(String selector) {
		return this.page.locator(selector).count();
	}

	boolean finds(String selector) {
		return this.page.locator(selector).count() > 0;
	}

	String reads(String selector) {
		return this.page.locator(selector).first().innerText();
	}

	Visitor loses(String cookie) {
		this.context.clearCookies(new BrowserContext.ClearCookiesOptions().setName(cookie));
		return this;
	}

	private Page newPage() {
		Page opened = this.context.newPage();
		opened.onConsoleMessage((message) -> {
			if ("error".equals(message.type()) && message.text().contains("Content Security Policy")) {
				this.complaints.add(message.text());
			}
		});
		return opened;
	}

	@Override
	public void close() {
		this.context.close();
	}

}
