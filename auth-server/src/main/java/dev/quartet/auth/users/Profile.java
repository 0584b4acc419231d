package dev.quartet.auth.users;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Says who a person is, in the words of OpenID Connect Core §5.1. */
@Embeddable
public record Profile(String username, @Nullable String name, @Nullable String givenName, @Nullable String familyName,
		@Nullable String nickname, @Nullable String picture, @Nullable String website, @Nullable String zoneinfo,
		@Nullable String locale, @Nullable String email, boolean emailVerified) {

	/** Knows nothing but the user name. */
	public static Profile of(String username) {
		return new Profile(username, null, null, null, null, null, null, null, null, null, false);
	}

	/** Says how to greet the person. */
	public String displayName() {
		return (this.name != null) ? this.name : this.username;
	}

}
