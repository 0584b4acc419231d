package dev.quartet.auth.authorizations;

import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import dev.quartet.auth.onetime.OneTimeKind;
import dev.quartet.auth.onetime.OneTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Finds a device's request by any of its codes, as the framework works with it. The codes
 * that were not presented are not known here: the grant's id stands in their place.
 */
@Component
class RestoredDevices {

	/** Carries the stored name of the user code on, so that the answer can claim it. */
	static final String USER_CODE = RestoredDevices.class.getName() + ".user-code";

	/** Carries the consent state on, so that the answer can claim it. */
	static final String ANSWERED_STATE = RestoredDevices.class.getName() + ".answered";

	private final OneTimes oneTimes;

	private final UserCodes userCodes;

	private final RegisteredClientRepository clients;

	RestoredDevices(OneTimes oneTimes, UserCodes userCodes, RegisteredClientRepository clients) {
		this.oneTimes = oneTimes;
		this.userCodes = userCodes;
		this.clients = clients;
	}

	/**
	 * What a device polls for; an expired code is found, so that the answer can say so.
	 */
	@Nullable OAuth2Authorization findByDeviceCode(String code) {
		OneTimes.Found found = this.oneTimes.find(OneTimeKind.DEVICE_CODE, code).orElse(null);
		if (found == null || found.consumed()) {
			return null;
		}
		DeviceRequest request = Payload.read(found.payload(), DeviceRequest.class);
		Optional<DeviceAnswer> answer = this.oneTimes.peek(OneTimeKind.DEVICE_ANSWER, request.grantId().toString())
			.map((payload) -> Payload.read(payload, DeviceAnswer.class));
		boolean denied = answer.filter((given) -> given.signIn() == null).isPresent();
		return restore(request)
			.map((builder) -> builder
				.token(new OAuth2DeviceCode(code, found.createdAt(), found.expiresAt()), invalidated(denied))
				.token(userCode(request, found), invalidated(answer.isPresent())))
			.map((builder) -> answer.map((given) -> answered(builder, given)).orElse(builder).build())
			.orElse(null);
	}

	@Nullable OAuth2Authorization findByUserCode(String typed) {
		String userCode = this.userCodes.key(typed);
		return this.oneTimes.find(OneTimeKind.USER_CODE, userCode)
			.filter(OneTimes.Found::claimable)
			.flatMap((found) -> waiting(found, userCode))
			.map(OAuth2Authorization.Builder::build)
			.orElse(null);
	}

	@Nullable OAuth2Authorization findByConsentState(String state) {
		return this.oneTimes.find(OneTimeKind.DEVICE_CONSENT, state)
			.filter(OneTimes.Found::claimable)
			.flatMap((found) -> inFrontOfThePerson(found, state))
			.map(OAuth2Authorization.Builder::build)
			.orElse(null);
	}

	private Optional<OAuth2Authorization.Builder> inFrontOfThePerson(OneTimes.Found found, String state) {
		DeviceRequest request = Payload.read(found.payload(), DeviceRequest.class);
		if (request.signIn() == null || request.userCode() == null) {
			throw new IllegalStateException("A device's consent page has its person and her code");
		}
		SignIn signIn = request.signIn();
		return waiting(found, request.userCode())
			.map((builder) -> builder.attribute(Principal.class.getName(), signIn.asAuthentication())
				.attribute(OAuth2ParameterNames.STATE, state)
				.attribute(ANSWERED_STATE, state));
	}

	private Optional<OAuth2Authorization.Builder> waiting(OneTimes.Found found, String userCode) {
		DeviceRequest request = Payload.read(found.payload(), DeviceRequest.class);
		String unknown = request.grantId().toString();
		return restore(request)
			.map((builder) -> builder.token(new OAuth2DeviceCode(unknown, found.createdAt(), found.expiresAt()))
				.token(userCode(request, found))
				.attribute(USER_CODE, userCode));
	}

	private static OAuth2Authorization.Builder answered(OAuth2Authorization.Builder builder, DeviceAnswer answer) {
		SignIn signIn = answer.signIn();
		return (signIn == null) ? builder
				: builder.principalName(signIn.userId())
					.authorizedScopes(answer.allowed())
					.attribute(Principal.class.getName(), signIn.asAuthentication())
					.attribute(SignIn.class.getName(), signIn);
	}

	private Optional<OAuth2Authorization.Builder> restore(DeviceRequest request) {
		return Optional.ofNullable(this.clients.findById(request.clientId())).map(request::restore);
	}

	private static OAuth2UserCode userCode(DeviceRequest request, OneTimes.Found found) {
		return new OAuth2UserCode(request.grantId().toString(), found.createdAt(), found.expiresAt());
	}

	private static Consumer<Map<String, Object>> invalidated(boolean invalidated) {
		return (metadata) -> metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, invalidated);
	}

}
