package dev.quartet.auth.authorizations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.quartet.auth.AuthServer;
import dev.quartet.auth.flow.Race;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Is one of several servers, each a process of its own: it reads what to use, lets its
 * share of the racers use it and says how many won.
 */
final class RacingInstance {

	static final String REFRESH = "REFRESH";

	private final StoredFlow flow;

	private RacingInstance(StoredFlow flow) {
		this.flow = flow;
	}

	public static void main(String... settings) throws IOException {
		try (ConfigurableApplicationContext server = SpringApplication.run(AuthServer.class, settings)) {
			System.out.println("ready");
			new RacingInstance(new StoredFlow(server)).obey();
		}
	}

	private void obey() throws IOException {
		BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String order = orders.readLine(); order != null; order = orders.readLine()) {
			String[] words = order.split(" ", -1);
			System.out.println(words[0].equals(REFRESH) ? refresh(words[1]) : use(words[0], words[1]));
		}
	}

	private String use(String thing, String secret) {
		List<Boolean> won = Race.of(() -> OneTimeThing.valueOf(thing).use(this.flow, secret));
		return Long.toString(won.stream().filter((one) -> one).count());
	}

	private String refresh(String token) {
		return String.join(" ", Race.of(() -> this.flow.refresh(token)).stream().distinct().toList());
	}

}
