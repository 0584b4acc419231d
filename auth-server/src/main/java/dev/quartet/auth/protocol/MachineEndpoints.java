package dev.quartet.auth.protocol;

import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.stereotype.Component;

/** Puts together the endpoints that clients call themselves, past the browser. */
@Component
class MachineEndpoints {

	private final ClientAuthentication clients;

	private final TokenEndpoint token;

	private final DeviceEndpoints devices;

	private final UsedScopes used;

	MachineEndpoints(ClientAuthentication clients, TokenEndpoint token, DeviceEndpoints devices, UsedScopes used) {
		this.clients = clients;
		this.token = token;
		this.devices = devices;
		this.used = used;
	}

	void configure(OAuth2AuthorizationServerConfigurer server) {
		this.devices.configure(server);
		server.clientAuthentication(this.clients)
			.tokenEndpoint(this.token::configure)
			.tokenIntrospectionEndpoint((endpoint) -> endpoint.authenticationProviders((providers) -> providers
				.replaceAll((introspection) -> new IntrospectionRules(introspection, this.used))));
	}

}
