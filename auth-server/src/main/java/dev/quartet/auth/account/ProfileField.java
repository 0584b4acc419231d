package dev.quartet.auth.account;

import java.util.Locale;
import java.util.Map;

import dev.quartet.auth.users.StandardClaim;

/**
 * Names a field of the profile form: a claim, or a part of the address.
 *
 * @param lines whether it may have several lines
 */
record ProfileField(StandardClaim claim, String name, boolean lines) {

	/** What a browser may fill in (HTML, autofill detail tokens). */
	private static final Map<String, String> AUTOCOMPLETE = Map.ofEntries(Map.entry("name", "name"),
			Map.entry("given_name", "given-name"), Map.entry("middle_name", "additional-name"),
			Map.entry("family_name", "family-name"), Map.entry("nickname", "nickname"), Map.entry("website", "url"),
			Map.entry("picture", "photo"), Map.entry("birthdate", "bday"), Map.entry("gender", "sex"),
			Map.entry("locale", "language"), Map.entry("address.street_address", "street-address"),
			Map.entry("address.locality", "address-level2"), Map.entry("address.region", "address-level1"),
			Map.entry("address.postal_code", "postal-code"), Map.entry("address.country", "country-name"));

	private static final String PART_OF_ADDRESS = "address.";

	static ProfileField of(StandardClaim claim) {
		return new ProfileField(claim, claim.value(), false);
	}

	static ProfileField ofAddress(String member) {
		boolean lines = member.equals("formatted") || member.equals("street_address");
		return new ProfileField(StandardClaim.ADDRESS, PART_OF_ADDRESS + member, lines);
	}

	/** Its name within the address. */
	String member() {
		return this.name.substring(PART_OF_ADDRESS.length());
	}

	boolean isOfAddress() {
		return this.claim == StandardClaim.ADDRESS;
	}

	String id() {
		return this.name.replace('.', '-');
	}

	/** Ends the key of the message that names it. */
	String label() {
		return label(this.name);
	}

	static String label(String name) {
		return name.replace('_', '-');
	}

	String autocomplete() {
		return AUTOCOMPLETE.getOrDefault(this.name, "off");
	}

	/** Ends the key of the message that says what is expected here. */
	String expected() {
		return this.claim.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
