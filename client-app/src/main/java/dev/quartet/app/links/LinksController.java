package dev.quartet.app.links;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.quartet.app.identities.Identities;
import dev.quartet.app.identities.Identity;
import dev.quartet.app.registry.Provider;
import dev.quartet.app.registry.Providers;
import dev.quartet.app.sessions.ProviderSessions;
import dev.quartet.app.sessions.SignedInPerson;
import dev.quartet.app.signin.Leaving;
import dev.quartet.app.signin.LeftTokens;
import dev.quartet.app.signin.LinkRequests;
import dev.quartet.app.web.Moments;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows the accounts a person signs in with, links further ones and unlinks them. */
@Controller
@RequestMapping("/links")
class LinksController {

	private final Identities identities;

	private final Providers providers;

	private final LinkRequests requests;

	private final ProviderSessions sessions;

	private final LeftTokens left;

	private final Moments moments;

	LinksController(Identities identities, Providers providers, LinkRequests requests, ProviderSessions sessions,
			LeftTokens left, Moments moments) {
		this.identities = identities;
		this.providers = providers;
		this.requests = requests;
		this.sessions = sessions;
		this.left = left;
		this.moments = moments;
	}

	@GetMapping
	String show(@AuthenticationPrincipal SignedInPerson person, Model model) {
		List<Identity> linked = this.identities.of(person.id());
		Set<String> known = linked.stream().map(Identity::provider).collect(Collectors.toSet());
		model.addAttribute("moments", this.moments);
		model.addAttribute("titles",
				this.providers.all().stream().collect(Collectors.toMap(Provider::name, Provider::title)));
		model.addAttribute("linked", linked);
		model.addAttribute("signedInWith", person);
		model.addAttribute("others",
				this.providers.all().stream().filter((provider) -> !known.contains(provider.name())).toList());
		return "links/links";
	}

	@PostMapping("/{provider}")
	String link(@PathVariable String provider, HttpServletRequest request, HttpServletResponse response, Model model) {
		String address = this.requests.begin(provider, request, response).orElse(null);
		if (address == null) {
			return "redirect:/links";
		}
		model.addAttribute(Leaving.ADDRESS, address);
		return Leaving.PAGE;
	}

	@PostMapping("/{identity}/removal")
	String unlink(@PathVariable String identity, @AuthenticationPrincipal SignedInPerson person,
			HttpServletRequest request, RedirectAttributes told) {
		Optional<Identity> own = this.identities.of(person.id())
			.stream()
			.filter((linked) -> linked.id().equals(identity))
			.findFirst();
		if (own.isPresent() && this.left.unlink(person.id(), own.get())) {
			this.sessions.endOthers(own.get().issuer(), own.get().subject(), request.getSession().getId());
			told.addFlashAttribute("changed", "unlinked");
		}
		return "redirect:/links";
	}

}
