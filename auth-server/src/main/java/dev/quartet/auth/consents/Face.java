package dev.quartet.auth.consents;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.quartet.auth.clients.FurtherMetadata;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.clients.QuartetClientSettings;
import dev.quartet.auth.clients.Vetting;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Is what a person sees of a client: what it says of itself, and how much of that anybody
 * has checked.
 *
 * @param name in the person's language, chosen by the client
 * @param vetting how well it is known: vetted, invited or unvetted
 * @param logo its picture inside the page: nobody learns that it was looked at
 * @param website where it says that it lives; null where it says nothing usable
 */
public record Face(String clientId, String name, String initial, String vetting, boolean proven,
		@Nullable String website, @Nullable String policy, @Nullable String terms, @Nullable String logo) {

	/** Of a client that is registered, in the first language that it knows. */
	static Face of(RegisteredClient client, Vetting vetting, List<Locale> languages) {
		FurtherMetadata further = QuartetClientSettings.further(client);
		String name = QuartetClientSettings.name(client, languages);
		return new Face(client.getClientId(), name, initial(name), vetting.name().toLowerCase(Locale.ROOT),
				ClientProof.isProven(client), link(further, MetadataField.CLIENT_URI),
				link(further, MetadataField.POLICY_URI), link(further, MetadataField.TOS_URI), null);
	}

	/** The same with a picture. */
	Face withLogo(@Nullable String picture) {
		return new Face(this.clientId, this.name, this.initial, this.vetting, this.proven, this.website, this.policy,
				this.terms, picture);
	}

	/** Of one that is not registered any more. */
	static Face gone(String clientId) {
		return new Face(clientId, clientId, initial(clientId), "gone", false, null, null, null, null);
	}

	public boolean isUnvetted() {
		return this.vetting.equals("unvetted");
	}

	/** The host of its website, as far as it has one. */
	public @Nullable String site() {
		return (this.website != null) ? URI.create(this.website).getRawAuthority() : null;
	}

	// Only what opens in a browser and nowhere else.
	private static @Nullable String link(FurtherMetadata further, MetadataField field) {
		Optional<String> uri = further.text(field);
		return uri.filter((text) -> text.startsWith("https://") || text.startsWith("http://")).orElse(null);
	}

	private static String initial(String name) {
		return name.codePoints()
			.filter(Character::isLetterOrDigit)
			.limit(1)
			.mapToObj(Character::toString)
			.findFirst()
			.orElse("?")
			.toUpperCase(Locale.ROOT);
	}

}
