package dev.quartet.app.relay;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps a script where it is. */
class RelayedAddressesTests {

	private final RelayedAddresses addresses = new RelayedAddresses("https://api.example");

	@ParameterizedTest
	@CsvSource({ "https://api.example/notes/1, /api/notes/1", "/notes?page=2, /api/notes?page=2" })
	void leadsBackThroughTheRelay(String address, String here) {
		assertThat(this.addresses.here(address)).contains(here);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://api.example.evil.example/", "https://api.example", "http://api.example/notes",
			"//evil.example", "/notes/../../profile", "/\\evil.example", "notes/1", "javascript:alert(1)", "" })
	void dropsWhatLeadsElsewhere(String address) {
		assertThat(this.addresses.here(address)).isEmpty();
	}

	@Test
	void leadsEveryLinkOfAHeaderBack() {
		assertThat(this.addresses
			.links("<https://api.example/notes?page=2>; rel=\"next\", </notes?page=0>; rel=\"first\""))
			.contains("</api/notes?page=2>; rel=\"next\", </api/notes?page=0>; rel=\"first\"");
		assertThat(this.addresses.links("</notes>; rel=\"first\", <https://evil.example/>; rel=\"next\"")).isEmpty();
	}

}
