package dev.quartet.app.fakes;

import java.net.HttpCookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.quartet.app.ClientApp;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs the application twice on one database. */
public final class Instances implements AutoCloseable {

	private static final TestClock CLOCK = new TestClock();

	private final FakeProvider provider = new FakeProvider(CLOCK);

	private final FakeApi api = new FakeApi(this.provider);

	private final List<Integer> ports = List.of(FakeServer.freePort(), FakeServer.freePort());

	private final List<ConfigurableApplicationContext> running = new ArrayList<>();

	private final String url;

	private final String user;

	public Instances(String url, String user) {
		this.url = url;
		this.user = user;
		this.provider.start();
		this.api.start();
		IntStream.range(0, 2).forEach((index) -> this.running.add(start(index)));
	}

	public TestClock clock() {
		return CLOCK;
	}

	public FakeProvider provider() {
		return this.provider;
	}

	public void reset() {
		this.provider.faults = new Faults();
		this.provider.refreshes.set(0);
	}

	public void restart(int index) {
		this.running.get(index).close();
		this.running.set(index, start(index));
	}

	public Browser browser(int index) {
		return new Browser(address(index));
	}

	/** Signed in on the first. */
	public Browser signedIn() {
		Browser browser = browser(0);
		browser.open("/notes");
		return browser;
	}

	/** The same browser, once for each instance. */
	public List<Browser> browsersOf(Browser browser) {
		List<HttpCookie> cookies = browser.cookies();
		return IntStream.range(0, 2).mapToObj(this::browser).peek((other) -> other.take(cookies)).toList();
	}

	public String onInstance(int index, String address) {
		URI uri = URI.create(address);
		return address(index) + uri.getRawPath() + "?" + uri.getRawQuery();
	}

	/** Everything that the database of both holds, as text. */
	public String stored() {
		JdbcClient database = this.running.get(0).getBean(JdbcClient.class);
		StringBuilder all = new StringBuilder();
		database.sql("select table_name from information_schema.tables where lower(table_schema) = 'public'")
			.query(String.class)
			.list()
			.forEach((table) -> database.sql("select * from " + table)
				.query()
				.listOfRows()
				.forEach((row) -> row.values().forEach((value) -> all.append(text(value)).append('\n'))));
		return all.toString();
	}

	private static String text(@Nullable Object value) {
		return (value instanceof byte[] bytes) ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
	}

	@Override
	public void close() {
		this.running.forEach(ConfigurableApplicationContext::close);
		this.provider.stop();
		this.api.stop();
	}

	private String address(int index) {
		return "http://localhost:" + this.ports.get(index);
	}

	private ConfigurableApplicationContext start(int index) {
		return new SpringApplicationBuilder(ClientApp.class, Clocks.class).run("--server.port=" + this.ports.get(index),
				"--quartet.app.url=" + address(0), "--quartet.provider.issuer=" + this.provider.url(),
				"--quartet.provider.client-secret=" + FakeProvider.CLIENT_SECRET, "--quartet.api.url=" + this.api.url(),
				"--spring.datasource.url=" + this.url, "--spring.datasource.username=" + this.user);
	}

	/** Lets both read the same clock. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Clocks {

		@Bean
		@Primary
		Clock sharedClock() {
			return CLOCK;
		}

	}

}
