package dev.quartet.app.experiments;

import dev.quartet.app.fakes.ManyProviders;
import dev.quartet.app.fakes.Neighbours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps experiments to the profile {@code demo}. */
@ManyProviders
class OutsideDemoWebTests {

	@BeforeEach
	void reset() {
		Neighbours.reset();
	}

	@Test
	void offersAndStartsNothing() {
		Tester tester = new Tester(Neighbours.APP).signsIn("quartet");
		assertThat(tester.asksFor("quartet", "code-twice").status()).isEqualTo(404);
		assertThat(tester.browser().get("/flow").status()).isEqualTo(404);
	}

}
