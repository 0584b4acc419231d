package dev.quartet.auth.logout;

import java.util.Optional;

import dev.quartet.auth.clients.FurtherMetadata;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.clients.QuartetClientSettings;
import dev.quartet.auth.subjects.Subjects;
import dev.quartet.auth.web.QueryString;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.stereotype.Component;

/**
 * Says which address of a client a browser loads to end its session there (OpenID Connect
 * Front-Channel Logout §2).
 */
@Component
class FrontChannel {

	private final AuthorizationServerSettings server;

	FrontChannel(AuthorizationServerSettings server) {
		this.server = server;
	}

	Optional<String> address(RegisteredClient client, String sid) {
		FurtherMetadata further = QuartetClientSettings.further(client);
		Optional<String> address = further.text(MetadataField.FRONTCHANNEL_LOGOUT_URI);
		return further.flag(MetadataField.FRONTCHANNEL_LOGOUT_SESSION_REQUIRED)
				? address.map((uri) -> withSession(uri, Subjects.sid(client, sid))) : address;
	}

	private String withSession(String uri, String sid) {
		return uri + (uri.contains("?") ? "&" : "?")
				+ new QueryString().add("iss", this.server.getIssuer()).add("sid", sid);
	}

}
