package dev.quartet.api.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.quartet.api.access.Caller;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Takes each call from the buckets of whoever sends it, from all of them or from none.
 */
final class Buckets {

	// Some 100 bytes each. Who has more addresses than that is not stopped by counting.
	private static final int SENDERS = 50_000;

	private final Cache<Sender, Bucket> buckets = Caffeine.newBuilder().maximumSize(SENDERS).build();

	private final Policy clients;

	private final Policy people;

	private final Policy addresses;

	private final Ticker ticker;

	Buckets(LimitSettings settings, Ticker ticker) {
		this.clients = settings.clients();
		this.people = settings.people();
		this.addresses = settings.addresses();
		this.ticker = ticker;
	}

	/** Answers how her own bucket stands or her client's, whichever has less left. */
	Level take(Caller caller) {
		long now = ticker.read();
		if (caller.kind() == Caller.Kind.MACHINE || !people.isLimit()) {
			return take(clients, Sender.of(caller), now);
		}
		Sender person = Sender.personOf(caller);
		Level hers = take(people, person, now);
		if (hers.isTooLow()) {
			return hers;
		}
		Level all = take(clients, Sender.of(caller), now);
		if (all.isTooLow()) {
			bucket(person, now).giveBack(people);
			return all;
		}
		return all.left() < hers.left() ? all : hers;
	}

	Level takeForAddress(HttpServletRequest request) {
		return take(addresses, Sender.at(request), ticker.read());
	}

	private Level take(Policy policy, Sender sender, long now) {
		return new Level(policy, policy.isLimit() ? bucket(sender, now).take(policy, now) : 0);
	}

	private Bucket bucket(Sender sender, long now) {
		return buckets.get(sender, (fresh) -> new Bucket(now));
	}

}
