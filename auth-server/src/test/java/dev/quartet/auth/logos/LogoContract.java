package dev.quartet.auth.logos;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import com.sun.net.httpserver.HttpHandler;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.clients.Vetting;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.LogoutReceiver;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.Race;
import dev.quartet.auth.flow.TestClient;
import dev.quartet.auth.outbound.Listener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

import static org.assertj.core.api.Assertions.assertThat;

/** Says which pictures of clients people see, and where those come from. */
interface LogoContract {

	byte[] LOGO = Pictures.png(48, 48);

	byte[] OTHER = Pictures.png(64, 64);

	ApplicationContext server();

	@AfterEach
	default void comeBackToThePresent() {
		server().getBean(MovableClock.class).reset();
	}

	@Test
	default void showsTheLogoInsideThePageOnceItIsHere() {
		try (Listener host = new Listener().at("/logo.png", (call) -> Listener.answer(call, 200, LOGO))) {
			TestClient client = client(host.address("/logo.png").toString());
			AuthorizationFlow flow = server().getBean(Flows.class).with(client);
			Answer first = flow.signIn("alice", flow.request());
			assertThat(first.page().select("span.portrait")).hasSize(1);
			LogoutReceiver.until(() -> row(client).isPresent());
			Answer next = flow.browser().follow(flow.authorize(flow.request()));
			assertThat(next.page().select("img.portrait").attr("src")).isEqualTo(Pictures.dataUri(LOGO));
			assertThat(next.body()).doesNotContain(host.address("/").toString());
			assertThat(next.header("Content-Security-Policy")).contains("img-src 'self' data:;");
			assertThat(host.asked()).containsExactly("/logo.png");
		}
	}

	@Test
	default void showsNothingButAPicture() {
		byte[] markup = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
		byte[] page = "<!doctype html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
		Map<String, HttpHandler> hosts = new LinkedHashMap<>();
		hosts.put("/svg", (call) -> {
			call.getResponseHeaders().set("Content-Type", "image/png");
			Listener.answer(call, 200, markup);
		});
		hosts.put("/html", (call) -> {
			call.getResponseHeaders().set("Content-Type", "image/png");
			Listener.answer(call, 200, page);
		});
		hosts.put("/oversized", (call) -> Listener.answer(call, 200, Pictures.padded(LOGO, 64 * 1024 + 1)));
		hosts.put("/wide", (call) -> Listener.answer(call, 200, Pictures.png(5000, 1)));
		hosts.put("/missing", (call) -> Listener.answer(call, 404, LOGO));
		hosts.put("/moved", (call) -> {
			call.getResponseHeaders().set("Location", "/good");
			Listener.answer(call, 302, LOGO);
		});
		try (Listener host = new Listener().at("/good", (call) -> Listener.answer(call, 200, LOGO))) {
			hosts.forEach(host::at);
			hosts.keySet().forEach((path) -> {
				TestClient client = client(host.address(path).toString());
				assertThat(fetched(client)).as(path).isEmpty();
			});
			assertThat(host.asked()).doesNotContain("/good");
		}
	}

	@Test
	default void knowsAPictureByItsBytesWhateverItIsCalled() {
		HttpHandler called = (call) -> {
			call.getResponseHeaders().set("Content-Type", "text/html");
			Listener.answer(call, 200, LOGO);
		};
		try (Listener host = new Listener().at("/logo", called)) {
			assertThat(fetched(client(host.address("/logo").toString()))).contains(Pictures.dataUri(LOGO));
		}
	}

	@Test
	default void showsNoneOfAClientThatNobodyVouchesFor() {
		try (Listener host = new Listener().at("/logo", (call) -> Listener.answer(call, 200, LOGO))) {
			TestClient client = client(host.address("/logo").toString());
			TestClient known = client(host.address("/known").toString());
			assertThat(logo(client, Vetting.UNVETTED)).isEmpty();
			fetched(known);
			assertThat(host.asked()).isEmpty();
			assertThat(fetched(client)).isPresent();
			assertThat(logo(client, Vetting.INVITED)).isPresent();
			assertThat(logo(client, Vetting.UNVETTED)).isEmpty();
		}
	}

	@Test
	default void asksOnceForManyPagesAtOnce() {
		try (Listener host = new Listener().at("/logo", (call) -> Listener.answer(call, 200, LOGO))) {
			TestClient client = client(host.address("/logo").toString());
			Race.of(() -> logo(client, Vetting.VETTED));
			LogoutReceiver.until(() -> row(client).isPresent());
			Race.of(() -> logo(client, Vetting.VETTED));
			assertThat(host.asked()).containsExactly("/logo");
		}
	}

	@Test
	default void neverShowsThePictureOfAnotherAddress() {
		try (Listener host = new Listener().at("/old", (call) -> Listener.answer(call, 200, LOGO))
			.at("/new", (call) -> Listener.answer(call, 200, OTHER))) {
			TestClient client = client(host.address("/old").toString());
			assertThat(fetched(client)).contains(Pictures.dataUri(LOGO));
			register(client.clientId(), host.address("/new").toString());
			assertThat(logo(client, Vetting.VETTED)).isEmpty();
			LogoutReceiver.until(() -> logo(client, Vetting.VETTED).isPresent());
			assertThat(logo(client, Vetting.VETTED)).contains(Pictures.dataUri(OTHER));
		}
	}

	@Test
	default void asksAgainAfterAWeek() {
		try (Listener host = new Listener().at("/logo", (call) -> Listener.answer(call, 200, LOGO))) {
			TestClient client = client(host.address("/logo").toString());
			fetched(client);
			host.forget("/logo");
			host.at("/logo", (call) -> Listener.answer(call, 200, OTHER));
			clock().advance(Duration.ofDays(7).minusMinutes(1));
			assertThat(logo(client, Vetting.VETTED)).contains(Pictures.dataUri(LOGO));
			assertThat(host.asked()).hasSize(1);
			clock().advance(Duration.ofMinutes(1));
			LogoutReceiver.until(() -> logo(client, Vetting.VETTED).equals(Optional.of(Pictures.dataUri(OTHER))));
			assertThat(host.asked()).hasSize(2);
		}
	}

	@Test
	default void triesAgainAfterAnOutage() {
		try (Listener host = new Listener().at("/logo", (call) -> Listener.answer(call, 503, new byte[0]))) {
			TestClient client = client(host.address("/logo").toString());
			assertThat(fetched(client)).isEmpty();
			host.forget("/logo");
			host.at("/logo", (call) -> Listener.answer(call, 200, LOGO));
			clock().advance(Duration.ofMinutes(59));
			assertThat(logo(client, Vetting.VETTED)).isEmpty();
			assertThat(host.asked()).hasSize(1);
			clock().advance(Duration.ofMinutes(1));
			LogoutReceiver.until(() -> logo(client, Vetting.VETTED).isPresent());
		}
	}

	@Test
	default void keepsAPictureThroughAnOutageAndNotWhenItIsGone() {
		try (Listener host = new Listener().at("/logo", (call) -> Listener.answer(call, 200, LOGO))) {
			TestClient client = client(host.address("/logo").toString());
			fetched(client);
			host.forget("/logo");
			host.at("/logo", (call) -> Listener.answer(call, 503, new byte[0]));
			clock().advance(Duration.ofDays(8));
			assertThat(logo(client, Vetting.VETTED)).isPresent();
			LogoutReceiver.until(() -> host.asked().size() == 2);
			host.forget("/logo");
			host.at("/logo", (call) -> Listener.answer(call, 410, new byte[0]));
			clock().advance(Duration.ofHours(2));
			assertThat(logo(client, Vetting.VETTED)).isPresent();
			LogoutReceiver.until(() -> logo(client, Vetting.VETTED).isEmpty());
		}
	}

	@Test
	default void forgetsThePictureWithItsClient() {
		try (Listener host = new Listener().at("/logo", (call) -> Listener.answer(call, 200, LOGO))) {
			TestClient client = client(host.address("/logo").toString());
			fetched(client);
			server().getBean(OwnClients.class).forget(client.clientId());
			assertThat(row(client)).isEmpty();
		}
	}

	private MovableClock clock() {
		return server().getBean(MovableClock.class);
	}

	/** What is shown when the address has been asked. */
	private Optional<String> fetched(TestClient client) {
		assertThat(logo(client, Vetting.VETTED)).isEmpty();
		LogoutReceiver.until(() -> row(client).isPresent());
		return logo(client, Vetting.VETTED);
	}

	private Optional<String> logo(TestClient client, Vetting vetting) {
		RegisteredClient known = Objects
			.requireNonNull(server().getBean(RegisteredClientRepository.class).findByClientId(client.clientId()));
		return server().getBean(Logos.class).of(known, vetting);
	}

	private Optional<String> row(TestClient client) {
		return server().getBean(JdbcClient.class)
			.sql("select logo_uri from client_logo where client_id = ?")
			.param(client.clientId())
			.query(String.class)
			.optional();
	}

	private TestClient client(String logoUri) {
		return register("pictured-" + UUID.randomUUID(), logoUri);
	}

	private TestClient register(String id, String logoUri) {
		return server().getBean(OwnClients.class)
			.register(id, "openid profile notes:read", Map.of(MetadataField.LOGO_URI, logoUri));
	}

}
