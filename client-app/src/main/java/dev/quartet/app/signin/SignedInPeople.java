package dev.quartet.app.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Accepts a person once her access token belongs to her ID token, and asks for the rest.
 */
@Component
class SignedInPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

	private final OidcUserService userInfo = new OidcUserService();

	SignedInPeople(DefaultOAuth2UserService userInfo) {
		this.userInfo.setOauth2UserService(userInfo);
	}

	@Override
	public OidcUser loadUser(OidcUserRequest request) {
		String stated = request.getIdToken().getAccessTokenHash();
		if (stated != null && !stated.equals(leftHalfHash(request.getAccessToken().getTokenValue()))) {
			throw new OAuth2AuthenticationException(
					new OAuth2Error("invalid_id_token", "at_hash does not match the access token", null));
		}
		return this.userInfo.loadUser(request);
	}

	/** All algorithms we allow hash with SHA-256 (OpenID Connect Core 1.0 §3.1.3.6). */
	private static String leftHalfHash(String accessToken) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
