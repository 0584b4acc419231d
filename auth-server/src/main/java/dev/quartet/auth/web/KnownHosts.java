package dev.quartet.auth.web;

import java.net.URI;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Refuses requests under a foreign Host name, which would otherwise appear in our
 * redirects, and addresses that are written in another way than ours.
 */
@Configuration(proxyBeanMethods = false)
class KnownHosts {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "0:0:0:0:0:0:0:1", "::1");

	@Bean
	HttpFirewall httpFirewall(AuthorizationServerSettings server, Settings settings) {
		String issuerHost = URI.create(String.valueOf(server.getIssuer())).getHost();
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowedHostnames((host) -> host.equalsIgnoreCase(issuerHost) || LOOPBACK.contains(host)
				|| settings.allowedHosts().contains(host));
		// No address here needs one, and %61uthorize must not slip past a rule for
		// authorize.
		firewall.getEncodedUrlBlocklist().add("%");
		return firewall;
	}

	/**
	 * Says under which further names the server may be called, such as those of health
	 * probes.
	 */
	@ConfigurationProperties("quartet")
	record Settings(@DefaultValue Set<String> allowedHosts) {

	}

}
