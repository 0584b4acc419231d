package dev.quartet.app.fakes;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import com.nimbusds.jwt.JWTClaimsSet;
import org.jspecify.annotations.Nullable;

/** Says what the fake server does wrong. */
public final class Faults {

	/** Empty for the right one, null for none. */
	public volatile @Nullable String callbackIssuer = "";

	public volatile @Nullable String metadataIssuer;

	public volatile @Nullable String error;

	public volatile @Nullable String nonce;

	public volatile @Nullable String idTokenIssuer;

	public volatile @Nullable String idTokenType;

	public volatile boolean otherKey;

	public volatile boolean unsigned;

	public volatile boolean foreignAccessToken;

	public volatile long idTokenLifeSeconds = 300;

	public volatile String audience = FakeProvider.CLIENT_ID;

	public volatile String scope = "openid profile email notes:read notes:write";

	/** Takes whatever it gets for a code, again and again. */
	public volatile boolean careless;

	public volatile long refreshMillis;

	/** Who is signed in there. */
	public volatile String subject = "alice";

	/** The name of her session there; null for none. */
	public volatile @Nullable String sid;

	/** The last word on the claims of ID tokens. */
	public volatile Consumer<JWTClaimsSet.Builder> claims = (claims) -> {
	};

	/** What ID tokens are signed with: RS256, PS256, ES256 or HS256. */
	public volatile String algorithm = "RS256";

	/** What the metadata says of it. */
	public volatile List<String> algorithms = List.of("RS256", "ES256");

	/** The {@code kid} in ID tokens; null for the right one, empty for none. */
	public volatile @Nullable String keyId;

	/** Where the keys are, after the path; another one is another key set. */
	public volatile String keys = "";

	public volatile boolean keysDown;

	public volatile boolean metadataWithNull;

	public volatile boolean noIdToken;

	public volatile int userinfoStatus = 200;

	/** What the userinfo endpoint answers with; null for the right thing. */
	public volatile @Nullable String userinfo;

	/** Whether a code may be redeemed like that. */
	boolean fit(Map<String, String> login, Map<String, String> asked) {
		return this.careless || (Objects.equals(login.get("redirect_uri"), asked.get("redirect_uri"))
				&& FakeProvider.challenge(asked.get("code_verifier")).equals(login.get("code_challenge")));
	}

}
