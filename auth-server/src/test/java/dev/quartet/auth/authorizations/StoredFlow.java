package dev.quartet.auth.authorizations;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import dev.quartet.auth.onetime.Seen;
import dev.quartet.auth.onetime.SeenKind;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** Uses the store as the framework's providers do, without HTTP between. */
public final class StoredFlow {

	static final Set<String> SCOPES = Set.of("openid", "notes:read");

	private final OAuth2AuthorizationService store;

	private final RegisteredClient client;

	private final RefreshTokens refreshTokens;

	private final Seen seen;

	private final Clock clock;

	private final Samples samples;

	public StoredFlow(BeanFactory server) {
		this.store = server.getBean(OAuth2AuthorizationService.class);
		this.client = Objects
			.requireNonNull(server.getBean(RegisteredClientRepository.class).findByClientId("quartet-app"));
		this.refreshTokens = server.getBean(RefreshTokens.class);
		this.seen = server.getBean(Seen.class);
		this.clock = server.getBean(Clock.class);
		this.samples = new Samples(this.clock);
		AllowedApp.at(server, this.clock.instant());
	}

	/** A code that alice's consent bought. */
	public String code() {
		String code = random();
		this.store.save(pending().authorizedScopes(SCOPES).token(this.samples.code(code)).build());
		return code;
	}

	/** Whether the code bought tokens now. */
	public boolean redeem(String code) {
		OAuth2Authorization found = find(code, OAuth2ParameterNames.CODE);
		if (found == null || !Objects.requireNonNull(found.getToken(OAuth2AuthorizationCode.class)).isActive()) {
			return false;
		}
		OAuth2AuthorizationCode used = Objects.requireNonNull(found.getToken(OAuth2AuthorizationCode.class)).getToken();
		return saves(withTokens(OAuth2Authorization.from(found).invalidate(used), found.getId()));
	}

	/** The first refresh token that a code bought. */
	public String refreshToken() {
		String code = code();
		String grant = Objects.requireNonNull(find(code, OAuth2ParameterNames.CODE)).getId();
		redeem(code);
		return this.refreshTokens.derive(UUID.fromString(grant), 0);
	}

	/** The successor of a refresh token, or nothing. */
	public String refresh(String token) {
		return refresh(token, () -> {
		});
	}

	/** The same where something happens while the tokens are signed. */
	String refresh(String token, Runnable meanwhile) {
		OAuth2Authorization found = find(token, OAuth2ParameterNames.REFRESH_TOKEN);
		if (found == null) {
			return "";
		}
		RefreshTokens.Claim claim = this.refreshTokens.read(token).orElseThrow();
		String next = this.refreshTokens.derive(claim.grantId(), claim.sequence() + 1);
		OAuth2Authorization refreshed = OAuth2Authorization.from(found)
			.accessToken(this.samples.accessToken())
			.refreshToken(this.samples.refreshToken(next))
			.build();
		meanwhile.run();
		return saves(refreshed) ? next : "";
	}

	/** The state of a page that asks alice for her consent. */
	public String consentState() {
		String state = random();
		this.store.save(pending().attribute(OAuth2ParameterNames.STATE, state).build());
		return state;
	}

	/** Whether her answer bought a code. */
	public boolean answer(String state) {
		OAuth2Authorization found = find(state, OAuth2ParameterNames.STATE);
		return found != null && saves(OAuth2Authorization.from(found)
			.authorizedScopes(SCOPES)
			.token(this.samples.code(random()))
			.attributes((attributes) -> attributes.remove(OAuth2ParameterNames.STATE))
			.build());
	}

	/** The handle of a request that the client pushed. */
	public String pushed() {
		String handle = random();
		this.store.save(OAuth2Authorization.withRegisteredClient(this.client)
			.principalName(this.client.getClientId())
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.attribute(OAuth2AuthorizationRequest.class.getName(), this.samples.request(this.client.getClientId()))
			.attribute(OAuth2ParameterNames.STATE, handle)
			.build());
		return handle;
	}

	/** Whether the pushed request bought a code. */
	public boolean usePushed(String handle) {
		OAuth2Authorization found = find(handle, OAuth2ParameterNames.STATE);
		if (found == null) {
			return false;
		}
		OAuth2AuthorizationRequest request = found.getAttribute(OAuth2AuthorizationRequest.class.getName());
		return saves(pending().attribute(OAuth2AuthorizationRequest.class.getName(), Objects.requireNonNull(request))
			.authorizedScopes(SCOPES)
			.token(this.samples.code(random()))
			.build());
	}

	/** The codes of a device that waits. */
	public DeviceCodes device() {
		DeviceCodes codes = new DeviceCodes(random(), random().substring(0, 8));
		ask(codes);
		return codes;
	}

	/** What a device polls with after alice has answered. */
	public String answeredDevice() {
		DeviceCodes codes = device();
		answerDevice(codes.user());
		return codes.device();
	}

	public void ask(DeviceCodes codes) {
		Instant now = this.clock.instant();
		this.store.save(OAuth2Authorization.withRegisteredClient(this.client)
			.principalName(this.client.getClientId())
			.authorizationGrantType(AuthorizationGrantType.DEVICE_CODE)
			.token(new OAuth2DeviceCode(codes.device(), now, now.plusSeconds(300)))
			.token(new OAuth2UserCode(codes.user(), now, now.plusSeconds(300)))
			.attribute(OAuth2ParameterNames.SCOPE, SCOPES)
			.build());
	}

	/** Whether alice's answer to the device counted. */
	public boolean answerDevice(String userCode) {
		OAuth2Authorization found = find(userCode, OAuth2ParameterNames.USER_CODE);
		if (found == null) {
			return false;
		}
		OAuth2UserCode code = Objects.requireNonNull(found.getToken(OAuth2UserCode.class)).getToken();
		return saves(OAuth2Authorization.from(found)
			.principalName("alice")
			.authorizedScopes(SCOPES)
			.invalidate(code)
			.attribute(Principal.class.getName(), this.samples.alice())
			.build());
	}

	/** Whether the device got its tokens now. */
	public boolean redeemDevice(String deviceCode) {
		OAuth2Authorization found = find(deviceCode, OAuth2ParameterNames.DEVICE_CODE);
		if (found == null || found.getAttribute(Principal.class.getName()) == null) {
			return false;
		}
		OAuth2DeviceCode code = Objects.requireNonNull(found.getToken(OAuth2DeviceCode.class)).getToken();
		return saves(withTokens(OAuth2Authorization.from(found).invalidate(code), found.getId()));
	}

	/** Whether nobody used this assertion before. */
	public boolean assertion(String id) {
		return this.seen.isFirstUse(SeenKind.ASSERTION, id, this.clock.instant().plusSeconds(60));
	}

	public String random() {
		return UUID.randomUUID().toString().replace("-", "") + UUID.randomUUID();
	}

	@Nullable OAuth2Authorization find(String token, String type) {
		return this.store.findByToken(token, new OAuth2TokenType(type));
	}

	private boolean saves(OAuth2Authorization authorization) {
		try {
			this.store.save(authorization);
			return true;
		}
		catch (OAuth2AuthenticationException ex) {
			return false;
		}
	}

	private OAuth2Authorization withTokens(OAuth2Authorization.Builder authorization, String grantId) {
		return authorization.accessToken(this.samples.accessToken())
			.refreshToken(this.samples.refreshToken(this.refreshTokens.derive(UUID.fromString(grantId), 0)))
			.build();
	}

	private OAuth2Authorization.Builder pending() {
		return OAuth2Authorization.withRegisteredClient(this.client)
			.principalName("alice")
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.attribute(Principal.class.getName(), this.samples.alice())
			.attribute(OAuth2AuthorizationRequest.class.getName(), this.samples.request(this.client.getClientId()));
	}

	/** What a device polls with and what a person types in. */
	public record DeviceCodes(String device, String user) {
	}

}
