package dev.quartet.auth.users;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Names what can be told of a person (OpenID Connect Core §5.1) and by which scope. */
public enum StandardClaim {

	NAME(Kind.TEXT), GIVEN_NAME(Kind.TEXT), MIDDLE_NAME(Kind.TEXT), FAMILY_NAME(Kind.TEXT), NICKNAME(Kind.TEXT),
	PREFERRED_USERNAME(Kind.DERIVED), PROFILE(Kind.WEB_ADDRESS), PICTURE(Kind.WEB_ADDRESS), WEBSITE(Kind.WEB_ADDRESS),
	GENDER(Kind.TEXT), BIRTHDATE(Kind.DATE), ZONEINFO(Kind.ZONE), LOCALE(Kind.LANGUAGE), UPDATED_AT(Kind.DERIVED),

	EMAIL(Kind.EMAIL, "email"), EMAIL_VERIFIED(Kind.FLAG, "email"),

	ADDRESS(Kind.ADDRESS, "address"),

	PHONE_NUMBER(Kind.PHONE, "phone"), PHONE_NUMBER_VERIFIED(Kind.FLAG, "phone");

	/** What is written down of a person; the rest follows from her account. */
	public static final List<StandardClaim> WRITTEN = Arrays.stream(values())
		.filter((claim) -> claim.kind != Kind.DERIVED)
		.toList();

	private final Kind kind;

	private final String scope;

	StandardClaim(Kind kind) {
		this(kind, "profile");
	}

	StandardClaim(Kind kind, String scope) {
		this.kind = kind;
		this.scope = scope;
	}

	/** The name in the registry of JWT claims. */
	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}

	public Kind kind() {
		return this.kind;
	}

	/** The scope that asks for it, among others (OpenID Connect Core §5.4). */
	public String scope() {
		return this.scope;
	}

	public static Optional<StandardClaim> of(String value) {
		return Arrays.stream(values()).filter((claim) -> claim.value().equals(value)).findFirst();
	}

	/** What these scopes ask for. */
	public static Set<StandardClaim> ofScopes(Collection<String> scopes) {
		return Arrays.stream(values())
			.filter((claim) -> scopes.contains(claim.scope))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(StandardClaim.class)));
	}

	/** Says what a claim's value is. */
	public enum Kind {

		TEXT, WEB_ADDRESS, EMAIL, PHONE, DATE, ZONE, LANGUAGE, FLAG, ADDRESS, DERIVED

	}

}
