package dev.quartet.auth.keys;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Describes which settings cannot work. */
class RotationSettingsTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final Duration DAY = Duration.ofDays(1);

	@Test
	void refusesToForgetAKeyBeforeItsTokensHaveExpired() {
		refuses("quartet.keys.keep-after", DAY, DAY, Duration.ofMinutes(9), SECOND);
	}

	@Test
	void refusesToSignWithAKeyThatOtherServersHaveNotSeen() {
		refuses("quartet.keys.announce-before", DAY, SECOND, DAY, SECOND);
	}

	@Test
	void refusesToChangeKeysFasterThanServersLook() {
		refuses("quartet.keys.rotate-every", Duration.ZERO, DAY, DAY, SECOND);
	}

	@Test
	void refusesToLookAllTheTimeOrHardlyEver() {
		refuses("quartet.keys.refresh-every", DAY, DAY, DAY, Duration.ZERO);
		refuses("quartet.keys.refresh-every", DAY, DAY, DAY, Duration.ofMinutes(2));
	}

	private static void refuses(String setting, Duration rotate, Duration announce, Duration keep, Duration refresh) {
		assertThatIllegalArgumentException().isThrownBy(() -> new RotationSettings(rotate, announce, keep, refresh))
			.withMessageStartingWith(setting);
	}

}
