package dev.quartet.auth.consents;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.quartet.auth.clients.Vetting;
import dev.quartet.auth.onetime.Sha256;
import dev.quartet.auth.resources.Risk;
import dev.quartet.auth.resources.Scope;
import dev.quartet.auth.users.SignedInPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Is what a person is asked about, in no language yet: who asks, where it goes, what will
 * be told and done, and for how long.
 *
 * @param redirectUri where the answer goes; null for a device
 * @param subject how the client will call her
 * @param lost what a grant has that this request would replace, and does not ask for
 */
record Offer(RegisteredClient client, Vetting vetting, @Nullable String redirectUri, SignedInPerson person, Why why,
		String subject, List<Item> items, List<Scope> lost, Terms terms) {

	static final String OFFLINE_ACCESS = "offline_access";

	/**
	 * Everything that a yes would give, so that a change of any of it is noticed. What
	 * she allowed before is no part of it: an answer in another tab changes nothing here.
	 */
	String digest() {
		String items = this.items.stream().map(Item::digest).collect(Collectors.joining("\n"));
		return Sha256.of(String.join("\n", this.client.getId(), ClientVersion.of(this.client), this.vetting.name(),
				String.valueOf(this.redirectUri), this.person.getUsername(), this.subject,
				this.terms.offered().toString(), this.lost.stream().map(Scope::name).toList().toString(), items));
	}

	Set<String> asked() {
		return this.items.stream().map(Item::name).collect(Collectors.toSet());
	}

	/** What an answer allows whatever is ticked: the client cannot do without it. */
	Set<String> required() {
		return this.items.stream()
			.filter(Item::isRequired)
			.map(Item::name)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	boolean asksFor(String scope) {
		return this.items.stream().anyMatch((item) -> item.name().equals(scope));
	}

	/**
	 * One permission.
	 *
	 * @param granted whether she has allowed it before
	 * @param values what will be told of her, by the names of the claims
	 */
	record Item(Scope scope, boolean granted, Map<String, Object> values) {

		String name() {
			return this.scope.name();
		}

		boolean isRequired() {
			return !this.scope.isOptional();
		}

		boolean isHighRisk() {
			return this.scope.risk() == Risk.HIGH;
		}

		/** Who she is and how long it lasts are not among the permissions of an API. */
		boolean isListed() {
			return !OidcScopes.OPENID.equals(name()) && !OFFLINE_ACCESS.equals(name());
		}

		private String digest() {
			return name() + " " + this.scope.version() + " " + this.values;
		}

	}

}
