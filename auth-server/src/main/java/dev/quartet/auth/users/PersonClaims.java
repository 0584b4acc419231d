package dev.quartet.auth.users;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Chooses what an application learns about a person from the scopes it was granted
 * (OpenID Connect Core §5.4).
 */
@Component
public class PersonClaims {

	private final Users users;

	PersonClaims(Users users) {
		this.users = users;
	}

	/**
	 * Gives the claims of an enabled person, without {@code sub} and without empty
	 * values.
	 */
	public Map<String, Object> claims(String userId, Set<String> scopes) {
		return this.users.findByIdAndDisabledAtIsNull(userId).map((user) -> claims(user, scopes)).orElseGet(Map::of);
	}

	private static Map<String, Object> claims(User user, Set<String> scopes) {
		Map<String, Object> claims = new LinkedHashMap<>();
		if (scopes.contains("profile")) {
			addProfile(claims, user.profile());
			claims.put("updated_at", user.updatedAt().getEpochSecond());
		}
		if (scopes.contains("email") && user.profile().email() != null) {
			claims.put("email", user.profile().email());
			claims.put("email_verified", user.profile().emailVerified());
		}
		return claims;
	}

	private static void addProfile(Map<String, Object> claims, Profile profile) {
		claims.put("preferred_username", profile.username());
		add(claims, "name", profile.name());
		add(claims, "given_name", profile.givenName());
		add(claims, "family_name", profile.familyName());
		add(claims, "nickname", profile.nickname());
		add(claims, "picture", profile.picture());
		add(claims, "website", profile.website());
		add(claims, "zoneinfo", profile.zoneinfo());
		add(claims, "locale", profile.locale());
	}

	private static void add(Map<String, Object> claims, String name, @Nullable String value) {
		if (value != null) {
			claims.put(name, value);
		}
	}

}
