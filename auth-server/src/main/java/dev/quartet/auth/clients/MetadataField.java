package dev.quartet.auth.clients;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Names what a client may say of itself beyond what each one has, in the words of RFC
 * 7591 §2, RFC 9126 §6 and OpenID Connect's registration and logout specifications.
 */
public enum MetadataField {

	/** Names and addresses in other languages, as in {@code client_name#fr} (§2.2). */
	LOCALIZED(Kind.NAMES),

	CLIENT_URI(Kind.ADDRESS), LOGO_URI(Kind.ADDRESS), POLICY_URI(Kind.ADDRESS), TOS_URI(Kind.ADDRESS),
	CONTACTS(Kind.TEXTS), SOFTWARE_ID(Kind.TEXT), SOFTWARE_VERSION(Kind.TEXT),

	JWKS(Kind.OBJECT), JWKS_URI(Kind.ADDRESS), TOKEN_ENDPOINT_AUTH_SIGNING_ALG(Kind.TEXT),
	REQUEST_OBJECT_SIGNING_ALG(Kind.TEXT), REQUIRE_SIGNED_REQUEST_OBJECT(Kind.FLAG),
	REQUIRE_PUSHED_AUTHORIZATION_REQUESTS(Kind.FLAG),
	/** Ours: false exempts one client, by name, from PKCE (RFC 9700 §2.1.1). */
	REQUIRE_PKCE(Kind.FLAG),

	/** Ours: the APIs, by their identifiers, that introspect as this client. */
	RESOURCE_SERVER_FOR(Kind.TEXTS),

	SUBJECT_TYPE(Kind.TEXT), SECTOR_IDENTIFIER_URI(Kind.ADDRESS), USERINFO_SIGNED_RESPONSE_ALG(Kind.TEXT),
	DEFAULT_MAX_AGE(Kind.NUMBER), REQUIRE_AUTH_TIME(Kind.FLAG), DEFAULT_ACR_VALUES(Kind.TEXTS),
	INITIATE_LOGIN_URI(Kind.ADDRESS),

	BACKCHANNEL_LOGOUT_URI(Kind.ADDRESS), BACKCHANNEL_LOGOUT_SESSION_REQUIRED(Kind.FLAG),
	FRONTCHANNEL_LOGOUT_URI(Kind.ADDRESS), FRONTCHANNEL_LOGOUT_SESSION_REQUIRED(Kind.FLAG);

	/** What may be said in several languages (RFC 7591 §2.2). */
	public static final Set<String> LOCALIZABLE = Set.of("client_name", "client_uri", "logo_uri", "policy_uri",
			"tos_uri");

	private final Kind kind;

	MetadataField(Kind kind) {
		this.kind = kind;
	}

	/** The name in the registry of RFC 7591 §4.1. */
	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}

	public Kind kind() {
		return this.kind;
	}

	public static Optional<MetadataField> of(String value) {
		return Arrays.stream(values()).filter((field) -> field.value().equals(value)).findFirst();
	}

	/** Says what a field's value is in JSON. */
	public enum Kind {

		TEXT, ADDRESS, TEXTS, FLAG, NUMBER, OBJECT, NAMES

	}

}
