package dev.quartet.api.me;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.quartet.api.access.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a token says about its caller, each claim under its own name (RFC 9068
 * §2.2); what the token does not say is left out.
 *
 * @param kind person or machine, as this API tells them apart
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Me(String kind, String iss, String sub, @JsonProperty("client_id") @Nullable String clientId,
		@Nullable String scope, @Nullable List<String> aud, @Nullable Long exp, @Nullable Long iat,
		@JsonProperty("auth_time") @Nullable Long authTime, @Nullable String acr, @Nullable List<String> amr) {

	static Me of(Caller caller, TokenClaims claims) {
		return new Me(caller.kind().name().toLowerCase(Locale.ROOT), caller.issuer(), caller.subject(),
				claims.text("client_id"), claims.text("scope"), claims.texts("aud"), claims.seconds("exp"),
				claims.seconds("iat"), claims.seconds("auth_time"), claims.text("acr"), claims.texts("amr"));
	}

}
