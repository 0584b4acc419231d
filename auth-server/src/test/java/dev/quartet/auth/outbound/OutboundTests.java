package dev.quartet.auth.outbound;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Says where this server goes for a client, and for how long (RFC 7591 §5). */
class OutboundTests {

	private static final Duration SHORT = Duration.ofMillis(700);

	private final Listener listener = new Listener().at("/keys", "{\"keys\":[]}");

	private final ExecutorService callers = Executors.newCachedThreadPool();

	@AfterEach
	void stopListening() {
		this.callers.shutdownNow();
		this.listener.close();
	}

	@Test
	void asksAnAddressAndGivesItsAnswer() {
		OutboundAnswer answer = inDemo().get(this.listener.address("/keys"));
		assertThat(answer.isOk()).isTrue();
		assertThat(answer.body()).isEqualTo("{\"keys\":[]}");
		assertThat(inDemo().get(this.listener.address("/nothing")).status()).isEqualTo(404);
	}

	@Test
	void givesBytesAsTheyAre() {
		byte[] picture = { (byte) 0x89, 0, (byte) 0xff, (byte) 0xc3, 0x28 };
		this.listener.at("/logo", (exchange) -> Listener.answer(exchange, 200, picture))
			.at("/large", "x".repeat(64 * 1024 + 1))
			.at("/accepts",
					(exchange) -> Listener.answer(exchange, 200, exchange.getRequestHeaders().getFirst("Accept")));
		assertThat(inDemo().bytes(this.listener.address("/logo"), "image/png").body()).isEqualTo(picture);
		assertThat(new String(inDemo().bytes(this.listener.address("/accepts"), "image/png").body(),
				StandardCharsets.US_ASCII))
			.isEqualTo("image/png");
		assertThatExceptionOfType(OutboundFailed.class)
			.isThrownBy(() -> inDemo().bytes(this.listener.address("/large"), "image/png"));
		assertThatExceptionOfType(OutboundFailed.class)
			.isThrownBy(() -> everywhereElse().bytes(this.listener.address("/logo"), "image/png"));
	}

	@Test
	void postsAForm() {
		this.listener.at("/logout",
				(exchange) -> Listener.answer(exchange, 200, exchange.getRequestHeaders().getFirst("Content-Type") + " "
						+ new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
		OutboundAnswer answer = inDemo().post(this.listener.address("/logout"), Map.of("logout_token", "a b"));
		assertThat(answer.body()).isEqualTo("application/x-www-form-urlencoded logout_token=a+b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.1.2.3", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1",
			"169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "[::1]", "[::]", "[fe80::1]", "[fd00::1]",
			"[fd00:ec2::254]", "[ff02::1]", "[::ffff:10.0.0.1]", "[::ffff:127.0.0.1]", "[::127.0.0.1]",
			"[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fec0::1]", "2130706433", "0x7f.1", "localhost" })
	void refusesItsOwnNetwork(String host) {
		URI address = URI.create("https://" + host + ":" + this.listener.port() + "/keys");
		assertThat(everywhereElse().problem(address)).isPresent();
		assertThatExceptionOfType(OutboundFailed.class).isThrownBy(() -> everywhereElse().get(address));
		assertThat(this.listener.asked()).isEmpty();
	}

	@Test
	void refusesANameThatMeansThisMachine() {
		Outbound outbound = outbound(false, Names.answering("127.0.0.1"));
		assertThat(outbound.problem(URI.create("https://rp.example/keys"))).isPresent();
		assertThatExceptionOfType(OutboundFailed.class)
			.isThrownBy(() -> outbound.get(URI.create("https://rp.example:" + this.listener.port() + "/keys")));
	}

	@Test
	void looksAgainWhenItConnects() {
		Outbound outbound = outbound(false, Names.answering("93.184.215.14", "127.0.0.1"));
		assertThat(outbound.problem(URI.create("https://rp.example/keys"))).isEmpty();
		assertThatExceptionOfType(OutboundFailed.class)
			.isThrownBy(() -> outbound.get(URI.create("https://rp.example:" + this.listener.port() + "/keys")))
			.withRootCauseInstanceOf(ReachableAddresses.AddressRefused.class);
	}

	@Test
	void connectsToTheVeryAddressThatItLookedAt() {
		Names names = Names.answering("127.0.0.1", "169.254.169.254");
		assertThat(outbound(true, names).get(this.listener.address("/keys")).isOk()).isTrue();
		assertThat(names.asked()).isEqualTo(1);
	}

	@Test
	void acceptsANameThatNobodyKnowsYet() {
		DnsResolver nobody = new DnsResolver() {
			@Override
			public InetAddress[] resolve(String host) throws UnknownHostException {
				throw new UnknownHostException(host);
			}

			@Override
			public String resolveCanonicalHostname(String host) {
				return host;
			}
		};
		assertThat(outbound(false, nobody).problem(URI.create("https://soon.example/"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://rp.example/", "ftp://rp.example/", "file:///etc/passwd", "https://u:p@rp.example/",
			"http://10.0.0.1/", "mailto:me@rp.example" })
	void speaksHttpsOnly(String address) {
		for (Outbound outbound : new Outbound[] { everywhereElse(), inDemo() }) {
			assertThat(outbound.problem(URI.create(address))).isPresent();
			assertThatExceptionOfType(OutboundFailed.class).isThrownBy(() -> outbound.get(URI.create(address)));
		}
	}

	@Test
	void speaksHttpToThisMachineInTheDemoOnly() {
		assertThat(inDemo().problem(this.listener.address("/keys"))).isEmpty();
		assertThatExceptionOfType(OutboundFailed.class)
			.isThrownBy(() -> everywhereElse().get(this.listener.address("/keys")));
	}

	@Test
	void neverAsksForTheSecretsOfACloud() {
		assertThat(inDemo().problem(URI.create("https://169.254.169.254/latest/meta-data"))).isPresent();
	}

	@Test
	void followsNoRedirect() {
		this.listener.at("/moved", (exchange) -> {
			exchange.getResponseHeaders().add("Location", this.listener.address("/keys").toString());
			Listener.answer(exchange, 302, "");
		});
		assertThat(inDemo().get(this.listener.address("/moved")).status()).isEqualTo(302);
		assertThat(this.listener.asked()).containsExactly("/moved");
	}

	@Test
	void givesUpOnAnAnswerThatTrickles() {
		this.listener.at("/slow", (exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			trickle(exchange.getResponseBody());
		});
		long start = System.nanoTime();
		assertThatExceptionOfType(OutboundFailed.class).isThrownBy(() -> inDemo().get(this.listener.address("/slow")));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SHORT.multipliedBy(5));
	}

	@Test
	void asksOnThoughDeliveriesHang() {
		this.listener.at("/hangs", (exchange) -> sleep());
		Outbound outbound = inDemo();
		List<CompletableFuture<OutboundAnswer>> hanging = IntStream.range(0, 20)
			.mapToObj((i) -> CompletableFuture
				.supplyAsync(() -> outbound.post(this.listener.address("/hangs"), Map.of()), this.callers))
			.toList();
		assertThat(outbound.get(this.listener.address("/keys")).isOk()).isTrue();
		assertThat(hanging)
			.allSatisfy((one) -> assertThat(one.handle((answer, failure) -> failure).join()).isNotNull());
	}

	@Test
	void readsNoMoreThan64KiB() {
		this.listener.at("/all", "x".repeat(64 * 1024)).at("/more", "x".repeat(64 * 1024 + 1));
		assertThat(inDemo().get(this.listener.address("/all")).body()).hasSize(64 * 1024);
		assertThatExceptionOfType(OutboundFailed.class).isThrownBy(() -> inDemo().get(this.listener.address("/more")));
	}

	private static void trickle(OutputStream out) throws IOException {
		for (int i = 0; i < 100; i++) {
			out.write('x');
			out.flush();
			sleep();
		}
	}

	private static void sleep() {
		try {
			Thread.sleep(100);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static Outbound inDemo() {
		return outbound(true, SystemDefaultDnsResolver.INSTANCE);
	}

	private static Outbound everywhereElse() {
		return outbound(false, SystemDefaultDnsResolver.INSTANCE);
	}

	private static Outbound outbound(boolean internal, DnsResolver names) {
		return new Outbound(new OutboundSettings(internal, SHORT), names);
	}

}
