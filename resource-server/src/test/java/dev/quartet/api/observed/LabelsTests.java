package dev.quartet.api.observed;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What others wrote is spelt with harmless characters. */
class LabelsTests {

	@Test
	void keepsOrdinaryNames() {
		assertThat(Labels.plain("quartet-app")).isEqualTo("quartet-app");
		assertThat(Labels.plain("https://app.example/client.json")).isEqualTo("https://app.example/client.json");
	}

	@Test
	void spellsOutNothingThatCouldEndALineOrAValue() {
		assertThat(Labels.plain("a\r\nb c=d\"e\u001bf\u2028\u00e9")).isEqualTo("a__b_c_d_e_f__");
	}

	@Test
	void cutsWhatIsLong() {
		assertThat(Labels.plain("x".repeat(10_000))).hasSize(80);
	}

}
