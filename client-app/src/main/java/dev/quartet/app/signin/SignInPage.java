package dev.quartet.app.signin;

import java.util.List;

import dev.quartet.app.registry.Provider;
import dev.quartet.app.registry.Providers;

import org.springframework.stereotype.Component;

/** Decides where a person signs in before a page that needs her. */
@Component
class SignInPage {

	private final Providers providers;

	SignInPage(Providers providers) {
		this.providers = providers;
	}

	/** The only provider there is, else the choice on the home page. */
	String on(ReturnPath page) {
		List<Provider> all = this.providers.all();
		return (all.size() == 1) ? page.signInWith(all.get(0).name())
				: "/?" + ReturnPath.PARAMETER + "=" + page.value();
	}

}
