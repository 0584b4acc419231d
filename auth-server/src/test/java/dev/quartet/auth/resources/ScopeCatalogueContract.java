package dev.quartet.auth.resources;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.quartet.auth.seed.Stored;
import dev.quartet.auth.web.Languages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Promises which scopes exist and which APIs they open, whatever the database. */
interface ScopeCatalogueContract {

	List<String> STANDARD = List.of("openid", "profile", "email", "address", "phone", "offline_access",
			AccountScopes.READ_APPS, AccountScopes.CHANGE_APPS);

	ScopeCatalogue catalogue();

	Resources resources();

	Scopes scopes();

	JdbcClient database();

	@BeforeEach
	default void storeTwoApis() {
		Stored.nothing(database());
		Resource notes = resources().save(new Resource("https://notes.example", "Notes"));
		Resource calendar = resources().save(new Resource("https://calendar.example", "Calendar"));
		scopes().save(new Scope("notes:read", notes, "Read your notes", "All of them"));
		scopes().save(new Scope("notes:write", notes, "Change your notes", null));
		scopes().save(new Scope("calendar:read", calendar, "Read your calendar", null));
	}

	@Test
	default void knowsItsOwnScopesFromTheStart() {
		assertThat(catalogue().names()).containsExactly("account:apps:read", "account:apps:write", "address",
				"calendar:read", "email", "grant_management_query", "grant_management_revoke", "notes:read",
				"notes:write", "offline_access", "openid", "phone", "profile");
		assertThat(catalogue().find(List.of("openid"))).singleElement()
			.satisfies((openid) -> assertThat(openid.resource()).isEmpty());
	}

	@Test
	default void saysWhatItsOwnScopesMeanInEveryLanguage() {
		List<Scope> standard = catalogue().find(STANDARD);
		assertThat(standard).hasSize(STANDARD.size());
		for (Locale language : Languages.SPOKEN) {
			assertThat(standard).allSatisfy((scope) -> {
				assertThat(scope.title(language).equals(scope.title())).isEqualTo(language.equals(Locale.ENGLISH));
				assertThat(scope.description(language).equals(scope.description()))
					.isEqualTo(language.equals(Locale.ENGLISH));
			});
		}
		assertThat(standard).filteredOn((scope) -> !scope.isOptional()).map(Scope::name).containsExactly("openid");
		assertThat(standard).filteredOn((scope) -> scope.risk() != Risk.LOW)
			.map(Scope::name)
			.containsExactly("account:apps:read", "account:apps:write", "address", "offline_access", "phone");
		assertThat(standard).filteredOn((scope) -> scope.risk() == Risk.HIGH)
			.map(Scope::name)
			.containsExactly("account:apps:write");
	}

	@Test
	default void findsTheScopesThatExist() {
		List<Scope> found = catalogue().find(List.of("openid", "unknown", "notes:read"));
		assertThat(found).map(Scope::name).containsExactly("notes:read", "openid");
		assertThat(found.get(0).title()).isEqualTo("Read your notes");
		assertThat(found.get(0).description()).contains("All of them");
		assertThat(found.get(0).resource()).map(Resource::resourceName).contains("Notes");
	}

	@Test
	default void infersTheAudienceOfScopes() {
		assertThat(catalogue().resourcesOf(List.of("openid", "notes:read", "notes:write")))
			.containsExactly("https://notes.example");
		assertThat(catalogue().resourcesOf(List.of("notes:read", "calendar:read")))
			.containsExactly("https://calendar.example", "https://notes.example");
		assertThat(catalogue().resourcesOf(List.of("openid", "unknown"))).isEmpty();
	}

	@Test
	default void keepsWhatPeopleReadInTheirLanguage() {
		Resource notes = resources().findById("https://notes.example").orElseThrow();
		notes.describe("Notes", "The Notary", LocalizedTexts.of(Map.of("resource_name#de", "Notizen")));
		resources().save(notes);
		Scope read = scopes().findById("notes:read").orElseThrow();
		LocalizedTexts japanese = LocalizedTexts.of(Map.of("title#ja", "ノートを「読む」", "description#ja", "\"全部\""));
		read.describe(notes, new ScopeTexts("Read your notes", null, japanese), Risk.HIGH, false);
		scopes().save(read);
		Scope found = catalogue().find(List.of("notes:read")).get(0);
		assertThat(found.title(Locale.JAPAN)).isEqualTo("ノートを「読む」");
		assertThat(found.title(Locale.GERMAN)).isEqualTo("Read your notes");
		assertThat(found.description(Locale.JAPANESE)).contains("\"全部\"");
		assertThat(found.description(Locale.ENGLISH)).isEmpty();
		assertThat(found.risk()).isEqualTo(Risk.HIGH);
		assertThat(found.isOptional()).isFalse();
		assertThat(found.version()).isEqualTo(read.version());
		assertThat(found.resource().orElseThrow().resourceName(Locale.GERMANY)).isEqualTo("Notizen");
		assertThat(found.resource().orElseThrow().owner()).contains("The Notary");
	}

	@Test
	default void findsAResourceByItsIdentifier() {
		assertThat(catalogue().resource("https://notes.example")).isPresent();
		assertThat(catalogue().resource("https://notes.example/")).isEmpty();
	}

}
