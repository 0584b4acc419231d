package dev.quartet.auth.users;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

/** Tells an application what it may know of a person (OpenID Connect Core §5.1). */
@Component
public class PersonClaims {

	private final Users users;

	PersonClaims(Users users) {
		this.users = users;
	}

	/**
	 * Gives those claims of an enabled person that have a value, without {@code sub}.
	 */
	public Map<String, Object> claims(String userId, Collection<StandardClaim> wanted) {
		if (wanted.isEmpty()) {
			return Map.of();
		}
		Map<String, Object> claims = new LinkedHashMap<>();
		this.users.findByIdAndDisabledAtIsNull(userId).map(PersonClaims::known).ifPresent((known) -> {
			known.keySet().retainAll(Set.copyOf(wanted));
			known.forEach((claim, value) -> claims.put(claim.value(), value));
		});
		return claims;
	}

	private static Map<StandardClaim, Object> known(User user) {
		Map<StandardClaim, Object> known = new EnumMap<>(StandardClaim.class);
		known.putAll(user.profile().claims());
		known.put(StandardClaim.PREFERRED_USERNAME, user.profile().username());
		known.put(StandardClaim.UPDATED_AT, user.updatedAt().getEpochSecond());
		sayWhetherVerified(known, StandardClaim.EMAIL, StandardClaim.EMAIL_VERIFIED);
		sayWhetherVerified(known, StandardClaim.PHONE_NUMBER, StandardClaim.PHONE_NUMBER_VERIFIED);
		return known;
	}

	private static void sayWhetherVerified(Map<StandardClaim, Object> known, StandardClaim claim,
			StandardClaim verified) {
		if (known.containsKey(claim)) {
			known.putIfAbsent(verified, false);
		}
		else {
			known.remove(verified);
		}
	}

}
