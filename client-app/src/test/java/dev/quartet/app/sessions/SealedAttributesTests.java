package dev.quartet.app.sessions;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.quartet.app.secrets.TestSeal;
import org.jsoup.HttpStatusException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.servlet.FlashMap;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads back what a session held, and nothing else. */
class SealedAttributesTests {

	private final SealedAttributes attributes = new SealedAttributes(TestSeal.seal());

	@Test
	void readsBackWhatSessionsHold() {
		SignedInPerson person = new SignedInPerson("id", "Alice", "quartet", "https://id.example", "alice");
		SecurityContextImpl context = new SecurityContextImpl(
				UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
		assertThat(again(context)).isEqualTo(context);
		assertThat(again(new DefaultCsrfToken("header", "parameter", "value"))).isInstanceOf(DefaultCsrfToken.class);
		FlashMap told = new FlashMap();
		told.put("changed", "unlinked");
		assertThat(again(told)).isEqualTo(told);
	}

	@Test
	void writesNothingInClear() {
		assertThat(new String(this.attributes.write("in clear"), StandardCharsets.ISO_8859_1)).doesNotContain("clear");
	}

	@Test
	void readsNothingThatItDidNotSeal() {
		assertThat(this.attributes.read("made by somebody else, and long enough".getBytes(StandardCharsets.UTF_8)))
			.isNull();
		byte[] sealed = this.attributes.write("text");
		sealed[sealed.length - 1] ^= 1;
		assertThat(this.attributes.read(sealed)).isNull();
	}

	@Test
	void readsNoClassThatNoSessionHolds() {
		assertThat(again(new HttpStatusException("not ours", 400, "https://id.example"))).isNull();
	}

	private @Nullable Object again(Object attribute) {
		return this.attributes.read(this.attributes.write(attribute));
	}

}
