package dev.quartet.auth.consents;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What a consent page shows. */
record ConsentPage(String clientName, String clientId, URI redirectUri, String username, @Nullable String personName,
		List<Group> resources, List<String> alwaysGiven, boolean offline, String switchTo) {

	Map<String, Object> asModel(String state) {
		Map<String, Object> model = new HashMap<>();
		model.put("clientName", this.clientName);
		model.put("clientId", this.clientId);
		model.put("redirectHost", redirectHost());
		model.put("loopback", loopback());
		model.put("username", this.username);
		model.put("personName", this.personName);
		model.put("state", state);
		model.put("resources", this.resources);
		model.put("alwaysGiven", this.alwaysGiven);
		model.put("offline", this.offline);
		model.put("switchTo", this.switchTo);
		return model;
	}

	// A private-use scheme has no host: the scheme is the name of the application (RFC
	// 8252 §7.1).
	private String redirectHost() {
		String host = this.redirectUri.getRawAuthority();
		return (host != null) ? host : this.redirectUri.getScheme() + ":";
	}

	private boolean loopback() {
		String host = this.redirectUri.getHost();
		return host != null && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
	}

	/** The scopes of one API. */
	record Group(String name, List<Line> scopes) {
	}

	/** One scope in plain words, with its check box. */
	record Line(String name, String title, @Nullable String description, boolean checked, boolean granted) {
	}

}
