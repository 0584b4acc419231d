package dev.quartet.auth.consents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

/**
 * Lets a person choose what a client gets where it does not ask her through her browser,
 * and remembers her answer in the same place.
 */
@Component
public class ScopeChoices {

	private final ConsentPages pages;

	private final JpaConsents consents;

	ScopeChoices(ConsentPages pages, JpaConsents consents) {
		this.pages = pages;
		this.consents = consents;
	}

	/** What the template {@code consents/scopes} shows. */
	public Map<String, Object> asModel(String userId, String clientId, Set<String> asked) {
		List<ConsentPage.Always> always = this.pages.always(asked);
		Map<String, Object> model = new HashMap<>();
		model.put("resources", this.pages.groups(asked, this.consents.allowed(userId, clientId)));
		model.put("fixedScopes", always.stream().map(ConsentPage.Always::scope).toList());
		model.put("alwaysGiven", always.stream().map(ConsentPage.Always::text).toList());
		model.put("offline", asked.contains(ConsentPages.OFFLINE_ACCESS));
		return model;
	}

	/** What was shown and not ticked is no longer allowed. */
	public void remember(String userId, String clientId, Set<String> shown, Set<String> allowed) {
		this.consents.remember(userId, clientId, shown, allowed);
	}

	/** She said no; what she allowed before stays allowed. */
	public void denied(String userId, String clientId) {
		this.consents.denied(userId, clientId);
	}

}
