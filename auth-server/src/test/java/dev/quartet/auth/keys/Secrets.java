package dev.quartet.auth.keys;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Is the private numbers of some keys, in every spelling that a dump could show. */
record Secrets(List<String> spellings) {

	private static final List<String> PRIVATE = List.of("d", "p", "q", "dp", "dq", "qi");

	static Secrets of(JWK... keys) {
		return new Secrets(Stream.of(keys)
			.map(JWK::toJSONObject)
			.flatMap((key) -> PRIVATE.stream().filter(key::containsKey).map(key::get))
			.flatMap((number) -> spell(new Base64URL(number.toString()).decode()))
			.toList());
	}

	/** Every row as text; bytes as the characters of the same numbers and as hex. */
	static List<String> dump(JdbcClient database, String table) {
		List<String> dump = new ArrayList<>();
		for (Map<String, Object> row : database.sql("select * from " + table).query().listOfRows()) {
			row.values().stream().map(Secrets::text).forEach(dump::add);
		}
		return dump;
	}

	List<String> foundIn(List<String> texts) {
		return this.spellings.stream()
			.filter((spelling) -> texts.stream().anyMatch((text) -> text.contains(spelling)))
			.toList();
	}

	private static Stream<String> spell(byte[] number) {
		// base64 of a middle part differs with its place, so the three places are looked
		// for
		Stream<String> base64 = Stream.of(0, 1, 2)
			.map((from) -> Arrays.copyOfRange(number, from, from + 3 * ((number.length - from) / 3)))
			.flatMap((part) -> Stream.of(Base64.getEncoder().encodeToString(part),
					Base64.getUrlEncoder().encodeToString(part)));
		HexFormat hex = HexFormat.of();
		return Stream.concat(base64, Stream.of(hex.formatHex(number), hex.withUpperCase().formatHex(number),
				new String(number, StandardCharsets.ISO_8859_1)));
	}

	private static String text(@Nullable Object value) {
		if (value instanceof byte[] bytes) {
			return new String(bytes, StandardCharsets.ISO_8859_1) + HexFormat.of().formatHex(bytes);
		}
		return String.valueOf(value);
	}

}
