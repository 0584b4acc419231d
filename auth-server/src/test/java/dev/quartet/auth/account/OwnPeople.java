package dev.quartet.auth.account;

import java.time.Clock;
import java.util.Objects;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.Browser;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.users.Profile;
import dev.quartet.auth.users.User;
import dev.quartet.auth.users.Users;
import org.springframework.context.ApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/** Makes people of a test's own, who sign in with browsers of their own. */
public record OwnPeople(Users users, PasswordEncoder passwords, Clock clock) {

	public static final String PASSWORD = "seven quiet otters and a kettle";

	public static OwnPeople of(ApplicationContext server) {
		return new OwnPeople(server.getBean(Users.class), server.getBean(PasswordEncoder.class),
				server.getBean("movableClock", Clock.class));
	}

	public void register(String id) {
		User user = new User(id, Profile.of(id), this.clock.instant());
		user.changePassword(Objects.requireNonNull(this.passwords.encode(PASSWORD)), this.clock.instant());
		this.users.save(user);
	}

	public User find(String id) {
		return this.users.findById(id).orElseThrow();
	}

	public void forget(String... ids) {
		for (String id : ids) {
			this.users.deleteById(id);
		}
	}

	/** Where she is after her sign-in on the way to this page. */
	public static Answer signIn(Browser browser, String page, String username, String password) {
		Answer login = browser.follow(browser.get(page));
		return browser.follow(browser.post("/login",
				Form.empty()
					.and("_csrf", login.hidden("_csrf"))
					.and("continue", login.hidden("continue"))
					.and("username", username)
					.and("password", password)));
	}

	/** What a change of her password is answered with. */
	public static Answer changePassword(Browser browser, String current, String chosen) {
		Answer page = browser.get("/account/password");
		return browser.post("/account/password",
				Form.empty()
					.and("_csrf", page.hidden("_csrf"))
					.and("current", current)
					.and("password", chosen)
					.and("password-again", chosen));
	}

	/** A browser in which she has just signed in. */
	public static Browser signedIn(Flows flows, String id) {
		Browser browser = flows.browser();
		assertThat(signIn(browser, "/account", id, PASSWORD).page().select("#save")).hasSize(1);
		return browser;
	}

	/** What the form of a page holds before anything is typed. */
	static Form form(Answer page) {
		return Form.empty().and("_csrf", page.hidden("_csrf")).and("version", page.hidden("version"));
	}

}
