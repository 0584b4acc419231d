package dev.quartet.auth.keys;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.nimbusds.jose.jwk.JWKSet;

/** Is what an instance knows of the keys at one moment. It never changes. */
final class KeySnapshot {

	static final KeySnapshot EMPTY = new KeySnapshot(List.of(), Map.of());

	private final List<SigningKey> rows;

	private final Set<KeyStamp> stamps;

	private final Map<String, TokenKey> published;

	private final Map<TokenAlgorithm, TokenKey> signing = new EnumMap<>(TokenAlgorithm.class);

	private final JWKSet keySet;

	private final KeyDocument document;

	private KeySnapshot(List<SigningKey> rows, Map<String, TokenKey> published) {
		this.rows = rows;
		this.stamps = rows.stream().map(SigningKey::stamp).collect(Collectors.toUnmodifiableSet());
		this.published = published;
		this.keySet = new JWKSet(published.values().stream().map(TokenKey::jwk).toList());
		this.document = new KeyDocument(this.keySet.toString().getBytes(StandardCharsets.UTF_8));
		rows.stream()
			.filter((row) -> row.is(KeyState.ACTIVE) && published.containsKey(row.getId()))
			.forEach((row) -> TokenAlgorithm.of(row.algorithm())
				.ifPresent((algorithm) -> this.signing.put(algorithm, published.get(row.getId()))));
	}

	/** What the rows say now; keys that are open already stay open. */
	KeySnapshot next(List<SigningKey> rows, Function<SigningKey, Optional<TokenKey>> open) {
		Map<String, TokenKey> published = new LinkedHashMap<>();
		for (SigningKey row : rows) {
			if (row.is(KeyState.REVOKED)) {
				continue;
			}
			TokenKey known = this.published.get(row.getId());
			if (known != null && known.canSign() == row.is(KeyState.ACTIVE)) {
				published.put(row.getId(), known);
			}
			else {
				open.apply(row).ifPresent((key) -> published.put(row.getId(), key));
			}
		}
		return new KeySnapshot(List.copyOf(rows), published);
	}

	boolean saysTheSameAs(List<KeyStamp> others) {
		return this.stamps.equals(Set.copyOf(others));
	}

	List<SigningKey> rows() {
		return this.rows;
	}

	Optional<TokenKey> signing(TokenAlgorithm algorithm) {
		return Optional.ofNullable(this.signing.get(algorithm));
	}

	Optional<TokenKey> published(String kid) {
		return Optional.ofNullable(this.published.get(kid));
	}

	JWKSet keySet() {
		return this.keySet;
	}

	KeyDocument document() {
		return this.document;
	}

}
