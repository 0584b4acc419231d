package dev.quartet.auth.keys;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.context.ApplicationContext;

/** Opens the signing keys of a server, to look for what nobody may find. */
public final class PrivateParts {

	private PrivateParts() {
	}

	/** The private members of each key that signs or will (RFC 7518 §6, RFC 8037 §2). */
	public static List<String> of(ApplicationContext server) {
		Seal seal = server.getBean(Seal.class);
		return server.getBean(SigningKeys.class)
			.findAll(SigningKeys.ORDER)
			.stream()
			.filter((key) -> key.is(KeyState.ACTIVE) || key.is(KeyState.NEXT))
			.map((key) -> key.open(seal).toJSONObject())
			.flatMap((jwk) -> Stream.of("d", "p", "q", "dp", "dq", "qi").map(jwk::get).filter(Objects::nonNull))
			.map(Object::toString)
			.toList();
	}

}
