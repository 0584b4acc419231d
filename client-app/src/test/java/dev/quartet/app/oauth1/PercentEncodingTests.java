package dev.quartet.app.oauth1;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Groups what RFC 5849 §3.6 says of encoding. */
class PercentEncodingTests {

	// The cases of the old wiki of OAuth.
	@ParameterizedTest
	@CsvSource(quoteCharacter = '"',
			value = { "abcABC123,abcABC123", "-._~,-._~", "%,%25", "+,%2B", "&=*,%26%3D%2A", "\"\n\",%0A", "\" \",%20",
					"\u007F,%7F", "\u0080,%C2%80", "\u3001,%E3%80%81", "☃,%E2%98%83", "😀,%F0%9F%98%80",
					"\"Ladies + Gentlemen\",Ladies%20%2B%20Gentlemen", "!'(),%21%27%28%29", "/?:@,%2F%3F%3A%40" })
	void encodesAllButTheUnreserved(String text, String encoded) {
		assertThat(PercentEncoding.encode(text)).isEqualTo(encoded);
	}

	@Test
	void isUndoneByAnyDecoder() {
		Random random = new Random(5849);
		for (int round = 0; round < 2000; round++) {
			String text = random.ints(random.nextInt(20), 0, Character.MAX_CODE_POINT)
				.filter((point) -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
				.toString();
			String encoded = PercentEncoding.encode(text);
			assertThat(encoded).matches("([A-Za-z0-9._~-]|%[0-9A-F]{2})*");
			assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(text);
			assertThat(PercentEncoding.decode(encoded)).isEqualTo(text);
			assertThat(PercentEncoding.recode(encoded)).isEqualTo(encoded);
		}
	}

	@ParameterizedTest
	@CsvSource({ "a+b,a%20b", "a%20b,a%20b", "%7e,~", "%2b,%2B", "!,%21", "%fF,%FF", "é,%C3%A9" })
	void writesWhatIsEncodedInOneWay(String encoded, String anew) {
		assertThat(PercentEncoding.recode(encoded)).isEqualTo(anew);
	}

	@ParameterizedTest
	@ValueSource(strings = { "%", "a%2", "%zz", "%+1", "%-1" })
	void refusesAPercentSignWithoutItsDigits(String encoded) {
		assertThatIllegalArgumentException().isThrownBy(() -> PercentEncoding.decode(encoded));
		assertThatIllegalArgumentException().isThrownBy(() -> PercentEncoding.recode(encoded));
	}

	@Test
	void readsNothingButUtf8() {
		assertThatIllegalArgumentException().isThrownBy(() -> PercentEncoding.decode("%FF"));
	}

}
