package dev.quartet.auth.resources;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.quartet.auth.changes.Changes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Knows which scopes exist, what they mean and which APIs they open, read whole and
 * remembered for a moment.
 */
@Component
public class ScopeCatalogue {

	private final Scopes scopes;

	private final Resources resources;

	private final ScopeChanges changes;

	private final CatalogueSettings settings;

	private final Clock clock;

	private volatile @Nullable CatalogueSnapshot remembered;

	ScopeCatalogue(Scopes scopes, Resources resources, ScopeChanges changes, CatalogueSettings settings, Clock clock) {
		this.scopes = scopes;
		this.resources = resources;
		this.changes = changes;
		this.settings = settings;
		this.clock = clock;
	}

	/** Gives the scopes that exist among these, in the order of their names. */
	public List<Scope> find(Collection<String> names) {
		CatalogueSnapshot known = snapshot();
		return names.stream().distinct().sorted().map(known.scopes()::get).filter(Objects::nonNull).toList();
	}

	/**
	 * Gives the identifiers of the APIs that these scopes open: the audience of a token
	 * that carries them.
	 */
	public Set<String> resourcesOf(Collection<String> names) {
		return find(names).stream()
			.flatMap((scope) -> scope.resource().stream())
			.map(Resource::identifier)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	public Optional<Resource> resource(String identifier) {
		return Optional.ofNullable(snapshot().resources().get(identifier));
	}

	/** Gives every scope name, for discovery. */
	public Set<String> names() {
		return new TreeSet<>(snapshot().scopes().keySet());
	}

	private CatalogueSnapshot snapshot() {
		CatalogueSnapshot known = this.remembered;
		Instant now = this.clock.instant();
		long change = this.changes.count();
		return (known != null && known.isGood(now, change)) ? known : read(now, change);
	}

	private CatalogueSnapshot read(Instant now, long change) {
		CatalogueSnapshot read = CatalogueSnapshot.of(this.scopes.findAll(), this.resources.findAll(), now,
				now.plus(this.settings.cachedFor()), change);
		// A transaction that only reads has no changes of its own that may yet be undone.
		if (Changes.areSettled() || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
			this.remembered = read;
		}
		return read;
	}

}
