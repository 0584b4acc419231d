package dev.quartet.auth.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.Browser;
import dev.quartet.auth.flow.Flows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Promises what a person can change and read of her own, whatever the database. */
interface OwnDataContract {

	ApplicationContext server();

	@BeforeEach
	default void registerHer() {
		people().register("holly");
	}

	@AfterEach
	default void forgetHer() {
		people().forget("holly");
		database().sql("delete from audit_event where user_id = 'holly' or detail like 'place %'").update();
	}

	@Test
	default void savesAProfileAndTellsIt() {
		Browser here = OwnPeople.signedIn(flows(), "holly");
		Answer page = here.get("/account");
		Answer saved = here.post("/account",
				OwnPeople.form(page)
					.and("name", " Holly Golightly ")
					.and("birthdate", "1929-05-04")
					.and("address.street_address", "169 East 71st Street\r\nApartment 1")
					.and("email", "forged@example.com"));
		assertThat(saved.location()).endsWith("/account?saved");
		assertThat(here.follow(saved).page().select("#saved")).hasSize(1);
		Map<String, Object> claims = new HashMap<>();
		people().find("holly").profile().claims().forEach((claim, value) -> claims.put(claim.value(), value));
		assertThat(claims).isEqualTo(Map.of("name", "Holly Golightly", "birthdate", "1929-05-04", "address",
				Map.of("street_address", "169 East 71st Street\nApartment 1")));
		assertThat(database().sql("select detail from audit_event where type = 'profile_changed' and user_id = 'holly'")
			.query(String.class)
			.list()).containsExactly("address birthdate name");
	}

	@Test
	default void overwritesNothingThatSheHasNotSeen() {
		Browser here = OwnPeople.signedIn(flows(), "holly");
		Answer one = here.get("/account");
		Answer other = here.get("/account");
		here.post("/account", OwnPeople.form(one).and("nickname", "Holly"));
		Answer conflict = here.post("/account", OwnPeople.form(other).and("nickname", "Lulamae"));
		assertThat(conflict.status()).isEqualTo(409);
		assertThat(conflict.page().select("#conflict")).hasSize(1);
		assertThat(conflict.page().select("#nickname").val()).isEqualTo("Lulamae");
		assertThat(conflict.text()).contains("Stored now: Holly");
		here.post("/account", OwnPeople.form(conflict).and("nickname", "Lulamae"));
		assertThat(here.get("/account").page().select("#nickname").val()).isEqualTo("Lulamae");
	}

	@Test
	default void readsHerTrailFromTheBeginningWhereNoTimeIsMeant() {
		Browser here = OwnPeople.signedIn(flows(), "holly");
		for (String time : List.of("-9223372036854775808", "-300000000000000000", "300000000000000000",
				"9223372036854775807")) {
			Answer page = here.get("/account/activity?before=" + time + "_" + UUID.randomUUID());
			assertThat(page.status()).as(time).isEqualTo(200);
			assertThat(page.page().select(".trail li")).isNotEmpty();
		}
	}

	@Test
	default void readsHerOwnTrailPageByPage() {
		for (int i = 0; i < 60; i++) {
			// all at the same time: only the id tells one from the other
			database()
				.sql("insert into audit_event (id, at, type, user_id, detail) "
						+ "values (?, timestamp with time zone '2026-01-01 00:00:00.123456+00', 'signed_in', ?, ?)")
				.params(UUID.randomUUID(), (i < 55) ? "holly" : "alice", "place " + i)
				.update();
		}
		Browser here = OwnPeople.signedIn(flows(), "holly");
		Set<String> seen = new TreeSet<>();
		List<Integer> pages = new ArrayList<>();
		String address = "/account/activity";
		while (!address.isEmpty()) {
			Answer page = here.get(address);
			List<String> entries = page.page().select(".trail li").eachText();
			pages.add(entries.size());
			seen.addAll(entries);
			address = page.page().select("#older").attr("href");
		}
		assertThat(pages).containsExactly(25, 25, 6);
		assertThat(seen).hasSize(56)
			.filteredOn((entry) -> entry.contains("place"))
			.hasSize(55)
			.noneMatch((entry) -> entry.endsWith("place 57"));
	}

	private OwnPeople people() {
		return OwnPeople.of(server());
	}

	private Flows flows() {
		return server().getBean(Flows.class);
	}

	private JdbcClient database() {
		return server().getBean(JdbcClient.class);
	}

}
