package dev.quartet.app.signin;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.registry.OidcProvider;
import dev.quartet.app.registry.Provider;
import dev.quartet.app.registry.Providers;
import dev.quartet.app.web.AppSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sends a browser to a provider. */
@Controller
class SignInController {

	static final String START = "/oauth2/authorization/";

	static final String INITIATE = "/login/initiate";

	private final Providers providers;

	private final Journeys journeys;

	private final LoginCookie cookie;

	private final String app;

	SignInController(Providers providers, Journeys journeys, LoginCookie cookie, AppSettings app) {
		this.providers = providers;
		this.journeys = journeys;
		this.cookie = cookie;
		this.app = app.url();
	}

	@GetMapping(START + "{name}")
	void start(@PathVariable String name, @RequestParam(ReturnPath.PARAMETER) @Nullable String returnTo,
			@RequestParam @Nullable String prompt, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Provider provider = this.providers.find(name).orElse(null);
		if (provider == null) {
			SignInProblems.NO_PROVIDER.send(request, response);
			return;
		}
		leave(provider, Wish.signIn(ReturnPath.of(returnTo)).asking(prompt), request, response);
	}

	/**
	 * Lets a provider's own page begin a sign-in (OpenID Connect Core 1.0 §4). Where it
	 * ends is one of our pages, whatever {@code target_link_uri} says.
	 */
	@GetMapping(INITIATE)
	void initiate(@RequestParam @Nullable String iss, @RequestParam("login_hint") @Nullable String loginHint,
			@RequestParam("target_link_uri") @Nullable String target, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		Provider provider = this.providers.all()
			.stream()
			.filter((known) -> known instanceof OidcProvider oidc && oidc.isNamed(iss))
			.findFirst()
			.orElse(null);
		if (provider == null) {
			SignInProblems.NO_PROVIDER.send(request, response);
			return;
		}
		String page = (target != null && target.startsWith(this.app + "/")) ? target.substring(this.app.length())
				: null;
		leave(provider, Wish.signIn(ReturnPath.of(page)).hinting(loginHint), request, response);
	}

	/**
	 * A post from another site brings no cookies along, and how many sign-ins the browser
	 * has begun shows in them: it asks again by itself.
	 */
	@PostMapping(INITIATE)
	void initiateByForm(@RequestParam MultiValueMap<String, String> asked, HttpServletResponse response) {
		Map<String, String> parameters = new LinkedHashMap<>();
		Stream.of("iss", "login_hint", "target_link_uri")
			.filter(asked::containsKey)
			.forEach((name) -> parameters.put(name, String.valueOf(asked.getFirst(name))));
		response.setStatus(HttpStatus.SEE_OTHER.value());
		response.setHeader("Location", QueryAddress.of(INITIATE, parameters).toString());
	}

	private void leave(Provider provider, Wish wish, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		try {
			Departure departure = this.journeys.leave(provider, wish,
					(state) -> this.cookie.give(state, request, response));
			response.sendRedirect(departure.address().toString());
		}
		catch (AnswerRefused | ProviderSilent ex) {
			SignInProblems.of(ex)
				.offering("start-again", wish.returnTo().signInWith(provider.name()))
				.send(request, response);
		}
	}

}
