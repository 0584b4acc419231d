package dev.quartet.auth.authorizations;

import java.security.Principal;
import java.time.Duration;
import java.util.UUID;

import dev.quartet.auth.onetime.OneTimeKind;
import dev.quartet.auth.onetime.OneTimes;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.stereotype.Component;

/**
 * Keeps what devices ask for (RFC 8628): a person answers each request once, and a device
 * redeems each answer once.
 */
@Component
class DeviceAuthorizations {

	private final OneTimes oneTimes;

	private final UserCodes userCodes;

	private final PollingPace pace;

	DeviceAuthorizations(OneTimes oneTimes, UserCodes userCodes, PollingPace pace) {
		this.oneTimes = oneTimes;
		this.userCodes = userCodes;
		this.pace = pace;
	}

	/** Whether a device still waits for its answer or its tokens. */
	static boolean isWaiting(OAuth2Authorization authorization) {
		return authorization.getToken(OAuth2DeviceCode.class) != null && authorization.getAccessToken() == null;
	}

	/** Keeps whatever step the device's request is at, short of its tokens. */
	void save(OAuth2Authorization authorization) {
		OAuth2Authorization.Token<OAuth2DeviceCode> device = token(authorization, OAuth2DeviceCode.class);
		String userCode = authorization.getAttribute(RestoredDevices.USER_CODE);
		String state = authorization.getAttribute(OAuth2ParameterNames.STATE);
		if (userCode != null && state != null) {
			DeviceRequest request = DeviceRequest.of(authorization).before(SignIn.of(person(authorization)), userCode);
			this.oneTimes.issue(OneTimeKind.DEVICE_CONSENT, state, Payload.write(request), life(device.getToken()));
		}
		else if (userCode != null) {
			answer(authorization, userCode);
		}
		else if (device.isInvalidated()) {
			// Another client presented the code: it is burnt for both.
			this.oneTimes.claim(OneTimeKind.DEVICE_CODE, device.getToken().getTokenValue(), null);
		}
		else {
			ask(authorization, device.getToken());
		}
	}

	/** Claims the device code, in the transaction of the grant that it buys. */
	void redeem(OAuth2Authorization authorization) {
		String code = token(authorization, OAuth2DeviceCode.class).getToken().getTokenValue();
		if (!this.oneTimes.claim(OneTimeKind.DEVICE_CODE, code, UUID.fromString(authorization.getId()))) {
			throw Refusals.invalidGrant("The device code was used before");
		}
	}

	private void ask(OAuth2Authorization authorization, OAuth2DeviceCode device) {
		OAuth2UserCode user = token(authorization, OAuth2UserCode.class).getToken();
		String request = Payload.write(DeviceRequest.of(authorization));
		this.oneTimes.issue(OneTimeKind.DEVICE_CODE, device.getTokenValue(), request, life(device));
		this.oneTimes.issue(OneTimeKind.USER_CODE, this.userCodes.key(user.getTokenValue()), request, life(user));
		this.pace.begin(device.getTokenValue(), life(device));
	}

	private void answer(OAuth2Authorization authorization, String userCode) {
		OAuth2Authorization.Token<OAuth2DeviceCode> device = token(authorization, OAuth2DeviceCode.class);
		String state = authorization.getAttribute(RestoredDevices.ANSWERED_STATE);
		UUID grantId = UUID.fromString(authorization.getId());
		if (state != null && !this.oneTimes.claim(OneTimeKind.DEVICE_CONSENT, state, grantId)) {
			throw Refusals.invalidRequest("This consent page was answered before");
		}
		if (!this.oneTimes.claim(OneTimeKind.USER_CODE, userCode, grantId)) {
			throw Refusals.invalidGrant("The user code was answered before");
		}
		DeviceAnswer answer = device.isInvalidated() ? DeviceAnswer.denied()
				: new DeviceAnswer(SignIn.of(person(authorization)).atADevice(), authorization.getAuthorizedScopes());
		this.oneTimes.issue(OneTimeKind.DEVICE_ANSWER, grantId.toString(), Payload.write(answer),
				life(device.getToken()));
	}

	private static Authentication person(OAuth2Authorization authorization) {
		Authentication person = authorization.getAttribute(Principal.class.getName());
		if (person == null) {
			throw new IllegalStateException("Only a person can answer a device");
		}
		return person;
	}

	private static Duration life(OAuth2Token code) {
		if (code.getIssuedAt() == null || code.getExpiresAt() == null) {
			throw new IllegalStateException("The codes of a device expire");
		}
		return Duration.between(code.getIssuedAt(), code.getExpiresAt());
	}

	private static <T extends OAuth2Token> OAuth2Authorization.Token<T> token(OAuth2Authorization authorization,
			Class<T> type) {
		OAuth2Authorization.Token<T> token = authorization.getToken(type);
		if (token == null) {
			throw new IllegalStateException("A device's request has a device code and a user code");
		}
		return token;
	}

}
