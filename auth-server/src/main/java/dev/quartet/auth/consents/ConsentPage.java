package dev.quartet.auth.consents;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a person sees of an offer, in her language.
 *
 * @param groups the permissions by the API that they concern
 * @param offline whether the client asks to go on while she is away, and was allowed to
 * @param former what the client was when she last allowed it something; null where that
 * has not changed
 */
record ConsentPage(Offer offer, Face face, List<Group> groups, List<Always> always, @Nullable Offline offline,
		@Nullable Former former) {

	Map<String, @Nullable Object> asModel(Locale language) {
		Map<String, @Nullable Object> model = new HashMap<>();
		model.put("clientName", this.face.name());
		model.put("clientId", this.face.clientId());
		model.put("face", this.face);
		model.put("redirectHost", redirectHost());
		model.put("loopback", !this.face.proven() && this.offer.redirectUri() != null);
		model.put("username", this.offer.person().loginName());
		model.put("personName", this.offer.person().displayName());
		model.put("why", this.offer.why().key());
		model.put("former", this.former);
		model.put("resources", this.groups);
		model.put("again", this.offer.items().stream().anyMatch(Offer.Item::granted));
		model.put("fixedScopes", List.copyOf(this.offer.required()));
		model.put("always", this.always);
		model.put("lost", this.offer.lost().stream().map((scope) -> scope.title(language)).toList());
		model.put("offline", this.offline);
		model.put("durations", this.offer.terms().offered().stream().map(HowLong::value).toList());
		model.put("preset", this.offer.terms().preset().value());
		model.put("risky", this.offer.items().stream().anyMatch(Offer.Item::isHighRisk));
		model.put("shown", this.offer.digest());
		return model;
	}

	// A private-use scheme has no host: it is the application's name itself (RFC 8252
	// §7.1).
	private @Nullable String redirectHost() {
		return (this.offer.redirectUri() != null) ? host(this.offer.redirectUri()) : null;
	}

	static String host(String redirectUri) {
		URI uri = URI.create(redirectUri);
		String host = uri.getRawAuthority();
		// Without a certificate nobody knows who answers there.
		if (host != null && "http".equals(uri.getScheme())) {
			return "http://" + host;
		}
		return (host != null) ? host : uri.getScheme() + ":";
	}

	/**
	 * The permissions of one API.
	 *
	 * @param owner who runs it; null where that is not said
	 */
	record Group(String name, @Nullable String owner, List<Line> required, List<Line> optional) {
	}

	/**
	 * One permission in plain words.
	 *
	 * @param risk how much harm it can do: low, medium or high
	 * @param values what will be told; null where it is about doing, not about telling
	 */
	record Line(String name, String title, @Nullable String description, String risk, boolean checked, boolean granted,
			@Nullable List<Value> values) {
	}

	/** One thing that will be told, with the label of its kind. */
	record Value(String label, String text) {
	}

	/** One sentence about what every answer but a refusal gives. */
	record Always(String id, String text) {
	}

	/** Whether it may go on while she is away. */
	record Offline(boolean checked, boolean granted) {
	}

	/** What has changed since: each is null where it has not. */
	record Former(String since, @Nullable String name, @Nullable String host) {
	}

}
