package dev.quartet.auth.clients;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Says what a presented client secret must match. */
class ClientSecretEncoderTests {

	private final ClientSecretEncoder encoder = new ClientSecretEncoder();

	private final String both = ClientSecretEncoder.sha256("old") + " " + ClientSecretEncoder.sha256("new");

	@Test
	void hashesWithSha256() {
		// FIPS 180-2, appendix B.1
		assertThat(this.encoder.encode("abc"))
			.isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	}

	@Test
	void acceptsEachSecretThatIsValidNow() {
		assertThat(this.encoder.matches("old", this.both)).isTrue();
		assertThat(this.encoder.matches("new", this.both)).isTrue();
	}

	@Test
	void refusesAnyOtherSecret() {
		assertThat(this.encoder.matches("older", this.both)).isFalse();
		assertThat(this.encoder.matches(ClientSecretEncoder.sha256("old"), this.both)).isFalse();
	}

	@Test
	void refusesEverythingWhenThereIsNoSecret() {
		assertThat(this.encoder.matches("old", null)).isFalse();
		assertThat(this.encoder.matches("old", "")).isFalse();
		assertThat(this.encoder.matches("", this.both)).isFalse();
		assertThat(this.encoder.matches(null, this.both)).isFalse();
	}

	@Test
	void neverAsksForAnotherHash() {
		assertThat(this.encoder.upgradeEncoding(this.both)).isFalse();
	}

}
