package dev.quartet.auth.authorizations;

import java.util.Set;

import dev.quartet.auth.resources.ScopeCatalogue;
import org.springframework.stereotype.Component;

/** Shows grants together with the APIs that their scopes open. */
@Component
class GrantViews {

	private final ScopeCatalogue catalogue;

	GrantViews(ScopeCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	GrantView of(Grant grant) {
		Set<String> resources = this.catalogue.resourcesOf(grant.scopes());
		if (!grant.resources().isEmpty()) {
			resources.retainAll(grant.resources());
		}
		return GrantView.of(grant, resources);
	}

}
