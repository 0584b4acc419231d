package dev.quartet.auth.users;

import java.util.Map;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;

/** Says who a person is: what she types at the login, and what can be told of her. */
@Embeddable
public record Profile(String username, @Convert(converter = ClaimsColumn.class) Map<StandardClaim, Object> claims) {

	/** Knows nothing but the user name. */
	public static Profile of(String username) {
		return new Profile(username, Map.of());
	}

	/** Says how to greet the person. */
	public String displayName() {
		return this.claims.getOrDefault(StandardClaim.NAME, this.username).toString();
	}

}
