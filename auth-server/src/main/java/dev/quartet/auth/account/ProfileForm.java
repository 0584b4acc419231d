package dev.quartet.auth.account;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.quartet.auth.users.ClaimRules;
import dev.quartet.auth.users.Profile;
import dev.quartet.auth.users.StandardClaim;

/**
 * Is what a person typed of herself. Neither her user name is in it, nor what others
 * verified: her e-mail address and phone number.
 */
record ProfileForm(Map<ProfileField, String> typed) {

	static final List<ProfileField> PROFILE = Stream
		.of(StandardClaim.NAME, StandardClaim.GIVEN_NAME, StandardClaim.MIDDLE_NAME, StandardClaim.FAMILY_NAME,
				StandardClaim.NICKNAME, StandardClaim.PROFILE, StandardClaim.PICTURE, StandardClaim.WEBSITE,
				StandardClaim.GENDER, StandardClaim.BIRTHDATE, StandardClaim.ZONEINFO, StandardClaim.LOCALE)
		.map(ProfileField::of)
		.toList();

	static final List<ProfileField> ADDRESS = ClaimRules.ADDRESS.stream().map(ProfileField::ofAddress).toList();

	private static final List<ProfileField> FIELDS = Stream.concat(PROFILE.stream(), ADDRESS.stream()).toList();

	/** Filled in with what is stored. */
	static ProfileForm of(Profile stored) {
		Map<ProfileField, String> values = new LinkedHashMap<>();
		FIELDS.forEach((field) -> values.put(field, stored(stored, field)));
		return new ProfileForm(values);
	}

	/** Filled in by her. */
	static ProfileForm of(Map<String, String> parameters) {
		Map<ProfileField, String> values = new LinkedHashMap<>();
		FIELDS.forEach(
				(field) -> values.put(field, parameters.getOrDefault(field.name(), "").replace("\r\n", "\n").strip()));
		return new ProfileForm(values);
	}

	String value(ProfileField field) {
		return this.typed.getOrDefault(field, "");
	}

	/** Those fields whose values cannot be. */
	Set<ProfileField> problems() {
		return this.typed.keySet()
			.stream()
			.filter((field) -> !value(field).isEmpty())
			.filter((field) -> ClaimRules.problem(field.claim(), claimValue(field)).isPresent())
			.collect(Collectors.toSet());
	}

	/** What would be stored: what is not asked here stays as it is. */
	Profile changed(Profile stored) {
		Map<StandardClaim, Object> claims = new EnumMap<>(StandardClaim.class);
		claims.putAll(stored.claims());
		this.typed.keySet().forEach((field) -> claims.remove(field.claim()));
		Map<String, String> address = new LinkedHashMap<>();
		this.typed.forEach((field, value) -> {
			if (!value.isEmpty() && field.isOfAddress()) {
				address.put(field.member(), value);
				claims.put(field.claim(), address);
			}
			else if (!value.isEmpty()) {
				claims.put(field.claim(), value);
			}
		});
		return new Profile(stored.username(), claims);
	}

	/** The names of the claims in which two profiles differ. */
	static Set<String> differences(Profile one, Profile other) {
		return StandardClaim.WRITTEN.stream()
			.filter((claim) -> !Objects.equals(one.claims().get(claim), other.claims().get(claim)))
			.map(StandardClaim::value)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private Object claimValue(ProfileField field) {
		return field.isOfAddress() ? Map.of(field.member(), value(field)) : value(field);
	}

	private static String stored(Profile profile, ProfileField field) {
		Object value = profile.claims().get(field.claim());
		if (field.isOfAddress()) {
			value = (value instanceof Map<?, ?> address) ? address.get(field.member()) : null;
		}
		return Objects.toString(value, "");
	}

}
