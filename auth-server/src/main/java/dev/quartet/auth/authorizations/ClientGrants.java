package dev.quartet.auth.authorizations;

import java.time.Clock;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a client look at what people have granted to it, and give it back. */
@Component
public class ClientGrants {

	private final Grants grants;

	private final GrantedAuthorizations granted;

	private final GrantViews views;

	private final Clock clock;

	ClientGrants(Grants grants, GrantedAuthorizations granted, GrantViews views, Clock clock) {
		this.grants = grants;
		this.granted = granted;
		this.views = views;
		this.clock = clock;
	}

	/** Is empty for what is not its own, and for what has ended. */
	@Transactional(readOnly = true)
	public Optional<GrantView> find(String clientId, String grantId) {
		return active(clientId, grantId).map(this.views::of);
	}

	/**
	 * Ends one; answers {@code false} if there is none. What its person allowed the
	 * client stays remembered: that is hers to take back.
	 */
	@Transactional
	public boolean end(String clientId, String grantId) {
		return active(clientId, grantId).filter((grant) -> this.granted.end(grant.getId(), EndedBy.CLIENT)).isPresent();
	}

	/** Ends all: the client's tokens are worth nothing from now on. */
	@Transactional
	public void endAll(String clientId) {
		this.grants.endAll(clientId, this.clock.instant(), EndedBy.CLIENT);
	}

	private Optional<Grant> active(String clientId, String grantId) {
		return GrantRequest.id(grantId)
			.flatMap(this.grants::findById)
			.filter((grant) -> grant.clientId().equals(clientId) && grant.refreshableAt(this.clock.instant()));
	}

}
