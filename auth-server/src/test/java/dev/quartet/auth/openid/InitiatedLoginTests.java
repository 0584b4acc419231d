package dev.quartet.auth.openid;

import java.util.Map;

import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.QuartetServer;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Says which applications a person can begin to use from here (Core §4). */
@QuartetServer
class InitiatedLoginTests {

	private static final String CLIENT = "begins-here";

	private final Flows flows;

	private final OwnClients own;

	private final Clients clients;

	InitiatedLoginTests(@Autowired Flows flows, @Autowired OwnClients own, @Autowired Clients clients) {
		this.flows = flows;
		this.own = own;
		this.clients = clients;
	}

	@BeforeEach
	void register() {
		this.own.register(CLIENT, "openid", Map.of(MetadataField.INITIATE_LOGIN_URI, "https://app.example/start?a=b"));
	}

	@AfterEach
	void forget() {
		this.own.forget(CLIENT);
	}

	@Test
	void opensTheApplicationWithOurName() {
		Elements link = links(signedIn());
		assertThat(link.eachText()).containsExactly(CLIENT);
		assertThat(link.attr("href")).isEqualTo("https://app.example/start?a=b&iss=http%3A%2F%2Flocalhost%3A9000");
	}

	@Test
	void offersNothingToStrangersAndNoDisabledClient() {
		assertThat(links(this.flows.app())).isEmpty();
		this.clients.findById(CLIENT).ifPresent((client) -> {
			client.disable(client.createdAt());
			this.clients.save(client);
		});
		assertThat(links(signedIn())).isEmpty();
	}

	private AuthorizationFlow signedIn() {
		AuthorizationFlow flow = this.flows.app();
		flow.code("alice");
		return flow;
	}

	private static Elements links(AuthorizationFlow flow) {
		return flow.browser().get("/").page().select("section[aria-labelledby=applications] a");
	}

}
