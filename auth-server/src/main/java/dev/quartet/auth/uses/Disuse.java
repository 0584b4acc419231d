package dev.quartet.auth.uses;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/** Decides which permissions a client has had for long without a use. */
@Component
public class Disuse {

	/**
	 * What opens nothing of its own. It goes with the rest of what a client has, unless
	 * the person still signs in there.
	 */
	static final Set<String> COMPANIONS = Set.of("openid", "offline_access");

	private final ConsentUses consents;

	private final UsesSettings settings;

	private final Clock clock;

	Disuse(ConsentUses consents, UsesSettings settings, Clock clock) {
		this.consents = consents;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * What this person may want to take back: neither used nor given for as long as
	 * {@code quartet.uses.suggest-after} says, in the order of clients and scopes.
	 */
	public List<ConsentUse> suggestions(String userId) {
		return find(userId, this.settings.suggestAfter());
	}

	List<ConsentUse> find(String userId, Duration disuse) {
		Instant since = this.clock.instant().minus(disuse);
		Map<String, List<ConsentUse>> byClient = this.consents.of(userId)
			.stream()
			.collect(Collectors.groupingBy(ConsentUse::clientId, TreeMap::new, Collectors.toList()));
		Set<String> signedInto = this.consents.clientsSignedInto(userId, since);
		List<ConsentUse> disused = new ArrayList<>();
		byClient.forEach((client, all) -> disused.addAll(ofOneClient(all, since, signedInto.contains(client))));
		return disused;
	}

	private static List<ConsentUse> ofOneClient(List<ConsentUse> all, Instant since, boolean signedInto) {
		List<ConsentUse> disused = all.stream().filter((one) -> one.isDisusedSince(since)).toList();
		List<ConsentUse> ofItsOwn = disused.stream().filter((one) -> !COMPANIONS.contains(one.scope())).toList();
		boolean everything = disused.size() == all.size() && !ofItsOwn.isEmpty() && !signedInto;
		return everything ? disused : ofItsOwn;
	}

}
