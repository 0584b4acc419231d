package dev.quartet.auth.users;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;

/** Says who a person is: what she types at the login, and what can be told of her. */
@Embeddable
public record Profile(String username, @Convert(converter = ClaimsColumn.class) Map<StandardClaim, Object> claims) {

	private static final int ROOM = 16000;

	/** Knows nothing but the user name. */
	public static Profile of(String username) {
		return new Profile(username, Map.of());
	}

	/**
	 * Names exactly these claims, for whoever wants to know later whether they changed.
	 */
	public String fingerprint() {
		return UUID.nameUUIDFromBytes(stored().getBytes(StandardCharsets.UTF_8)).toString();
	}

	/** Whether there is room for all of it. */
	public boolean fits() {
		return stored().length() <= ROOM;
	}

	private String stored() {
		return new ClaimsColumn().convertToDatabaseColumn(this.claims);
	}

	/** Says how to greet the person. */
	public String displayName() {
		return this.claims.getOrDefault(StandardClaim.NAME, this.username).toString();
	}

}
