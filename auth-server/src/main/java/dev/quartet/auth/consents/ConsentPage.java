package dev.quartet.auth.consents;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.quartet.auth.users.SignedInPerson;
import org.jspecify.annotations.Nullable;

/**
 * What a consent page shows.
 *
 * @param always what every answer but a refusal gives
 * @param offline whether the application keeps access when the person is away
 * @param switchTo the same request once more, for another person to answer; null where
 * nobody else can
 */
record ConsentPage(Asker asker, SignedInPerson person, List<Group> groups, List<Always> always, boolean offline,
		@Nullable String switchTo) {

	Map<String, @Nullable Object> asModel(String state) {
		Map<String, @Nullable Object> model = new HashMap<>();
		model.put("clientName", this.asker.name());
		model.put("clientId", this.asker.clientId());
		model.put("redirectHost", this.asker.redirectHost());
		model.put("loopback", !this.asker.proven() && this.asker.loopback());
		model.put("username", this.person.loginName());
		model.put("personName", this.person.displayName());
		model.put("state", state);
		model.put("resources", this.groups);
		model.put("fixedScopes", this.always.stream().map(Always::scope).toList());
		model.put("alwaysGiven", this.always.stream().map(Always::text).toList());
		model.put("offline", this.offline);
		model.put("switchTo", this.switchTo);
		return model;
	}

	/**
	 * The application that asks.
	 *
	 * @param proven whether it must prove who it is before it gets a token
	 */
	record Asker(String name, String clientId, URI redirectUri, boolean proven) {

		// A private-use scheme has no host: it is the application's name itself (RFC 8252
		// §7.1).
		String redirectHost() {
			String host = this.redirectUri.getRawAuthority();
			return (host != null) ? host : this.redirectUri.getScheme() + ":";
		}

		boolean loopback() {
			String host = this.redirectUri.getHost();
			return host != null && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
		}

	}

	/** The scopes of one API. */
	record Group(String name, List<Line> scopes) {
	}

	/** One scope in plain words, with its check box. */
	record Line(String name, String title, @Nullable String description, boolean checked, boolean granted) {
	}

	/** One scope that has no check box. */
	record Always(String scope, String text) {
	}

}
