package dev.quartet.auth.assertions;

import java.net.URI;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.quartet.auth.outbound.Outbound;
import org.springframework.stereotype.Component;

/** Remembers the keys that clients publish at an address of theirs. */
@Component
class RemoteKeys {

	private static final int MOST = 10_000;

	private final Cache<Source, RemoteKeySet> remembered = Caffeine.newBuilder().maximumSize(MOST).build();

	private final Outbound outbound;

	RemoteKeys(Outbound outbound) {
		this.outbound = outbound;
	}

	/** A client that changes its address begins anew. */
	RemoteKeySet of(String clientId, String address) {
		return this.remembered.get(new Source(clientId, address),
				(source) -> new RemoteKeySet(URI.create(source.address()), this.outbound));
	}

	/** Keeps clients apart that name the same address: none can spend another's turns. */
	private record Source(String clientId, String address) {
	}

}
