package dev.quartet.app.identities;

import java.time.Instant;

/**
 * Is a person as one provider knows her.
 *
 * @param id our own name of it
 * @param issuer who says so
 * @param subject what the issuer calls her, for ever
 * @param person our own name of the person
 * @param provider the registry's name of the provider
 * @param profile what the provider told last
 * @param linkedAt when it came to the person
 * @param lastSignedInAt when it was last proven
 */
public record Identity(String id, String issuer, String subject, String person, String provider, Profile profile,
		Instant linkedAt, Instant lastSignedInAt) {

	public String title() {
		return this.profile.title(this.subject);
	}

}
