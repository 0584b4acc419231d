package dev.quartet.auth.uses;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Says what waits in memory to be written, and how much of it. */
class RecentUsesTests {

	private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

	private final RecentUses uses = new RecentUses(Instance.settings(3), Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void remembersTheLatestTimeOnly() {
		Use use = use();
		this.uses.note(use, NOW.minusSeconds(60));
		this.uses.note(use, NOW.minusSeconds(30));
		this.uses.note(use, NOW.minusSeconds(90));
		assertThat(this.uses.take(10)).isEqualTo(Map.of(use, NOW.minusSeconds(30)));
		assertThat(this.uses.isEmpty()).isTrue();
	}

	@Test
	void countsWhatFindsNoRoom() {
		Use known = use();
		this.uses.note(known, NOW.minusSeconds(60));
		for (int i = 0; i < 5; i++) {
			this.uses.note(use(), NOW);
		}
		this.uses.note(known, NOW);
		assertThat(this.uses.takeDropped()).isEqualTo(3);
		assertThat(this.uses.takeDropped()).isZero();
		assertThat(this.uses.take(10)).hasSize(3).containsEntry(known, NOW);
	}

	@Test
	void handsOutNoMoreThanAskedFor() {
		this.uses.note(use(), NOW);
		this.uses.note(use(), NOW);
		assertThat(this.uses.take(1)).hasSize(1);
		assertThat(this.uses.take(10)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "g-alice", "00000000", "🐎" })
	void passesOverTheIdOfNoGrantOfOurs(String id) {
		this.uses.used(id, Set.of("notes:read"), StoredUses.NOTES);
		this.uses.presented(id, Set.of("notes:read"), Set.of(StoredUses.NOTES));
		assertThat(this.uses.isEmpty()).isTrue();
	}

	@Test
	void refusesSettingsThatWouldTakeAwayWhatIsStillUsed() {
		Duration day = Duration.ofDays(1);
		assertThat(new UsesSettings(day, 1, day, day).expiry()).contains(day);
		assertThatIllegalArgumentException().isThrownBy(() -> new UsesSettings(day, 1, day, Duration.ofHours(23)))
			.withMessageContaining("quartet.uses.expire-after");
		assertThatIllegalArgumentException().isThrownBy(() -> new UsesSettings(day, 1, Duration.ofHours(23), null))
			.withMessageContaining("quartet.uses.suggest-after");
		assertThatIllegalArgumentException().isThrownBy(() -> new UsesSettings(Duration.ZERO, 1, day, null))
			.withMessageContaining("quartet.uses.write-every");
		assertThatIllegalArgumentException().isThrownBy(() -> new UsesSettings(day, 0, day, null))
			.withMessageContaining("quartet.uses.most-waiting");
	}

	@Test
	void takesAnEmptyExpiryForNone() {
		MapConfigurationPropertySource empty = new MapConfigurationPropertySource(
				Map.of("quartet.uses.expire-after", ""));
		UsesSettings settings = new Binder(empty).bindOrCreate("quartet.uses", UsesSettings.class);
		assertThat(settings.expiry()).isEmpty();
		assertThat(settings.suggestAfter()).isEqualTo(Duration.ofDays(45));
	}

	private static Use use() {
		return Use.at(UUID.randomUUID(), Set.of("notes:read"), StoredUses.NOTES);
	}

}
