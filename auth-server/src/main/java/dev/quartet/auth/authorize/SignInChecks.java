package dev.quartet.auth.authorize;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.quartet.auth.authorizations.GrantRequest;
import dev.quartet.auth.authorizations.PersonGrants;
import dev.quartet.auth.authorizations.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.stereotype.Component;

/**
 * Decides whether the person at the browser is signed in as the client wants her to be
 * (OpenID Connect Core §3.1.2.3).
 */
@Component
class SignInChecks {

	private static final String CLAUSE = "https://openid.net/specs/openid-connect-core-1_0.html#AuthError";

	private final AuthorizationRequests requests;

	private final InteractionMarks marks;

	private final PersonGrants grants;

	private final Clock clock;

	SignInChecks(AuthorizationRequests requests, InteractionMarks marks, PersonGrants grants, Clock clock) {
		this.requests = requests;
		this.marks = marks;
		this.grants = grants;
		this.clock = clock;
	}

	/**
	 * Gives the mark with which she goes to the login page, or nothing where the request
	 * may go on as it is; refuses where no page may be shown or none would help.
	 */
	Optional<String> missing(HttpServletRequest request) {
		return this.requests.of(request).flatMap((wanted) -> missing(wanted, SentParameters.of(request)));
	}

	private Optional<String> missing(AuthorizationRequests.Wanted wanted, Map<String, List<String>> parameters) {
		InteractionMark mark = this.marks.read(parameters).orElse(null);
		if (mark != null && mark.cancels()) {
			throw refusal(wanted, "access_denied", "The person did not sign in");
		}
		SignInDemand demand = wanted.demand();
		Optional<SignIn> signIn = signIn();
		if (signIn.filter((one) -> demand.isMetBy(one, mark, this.clock.instant())).isPresent()) {
			refuseForeignGrant(wanted, signIn.get().userId());
			return Optional.empty();
		}
		// A password is all that there is, so signing in again would not help (OpenID
		// Connect Core §5.5.1.1).
		if (signIn.filter((one) -> !demand.isAssured(one)).isPresent()) {
			throw refusal(wanted, "unmet_authentication_requirements", "No sign-in here reaches the essential acr");
		}
		boolean triedInVain = signIn.filter((one) -> mark != null && mark.isAfterwards(one.authTime()))
			.filter((one) -> !demand.isExpected(one))
			.isPresent();
		if (demand.isSilent() || triedInVain) {
			throw refusal(wanted, "login_required", "The person has to sign in");
		}
		boolean signed = parameters.containsKey(RequestObjectReader.PARAMETER);
		return (demand.isParticular() || signed) ? Optional.of(mark(parameters, mark, signed)) : Optional.empty();
	}

	// Only now it is known whose it has to be; which of it is wrong is nobody's business.
	private void refuseForeignGrant(AuthorizationRequests.Wanted wanted, String userId) {
		GrantRequest.of(wanted.request().getAdditionalParameters())
			.changed()
			.filter((id) -> this.grants.find(userId, wanted.client().getClientId(), id).isEmpty())
			.ifPresent((id) -> {
				throw RequestRefusals.atTheClient(new OAuth2Error("invalid_grant_id",
						"grant_id is not one that this client can change now", GrantRequestRules.CLAUSE),
						wanted.request(), wanted.client());
			});
	}

	// What a client signed is good from the first visit on, so that is not forgotten.
	private String mark(Map<String, List<String>> parameters, @Nullable InteractionMark before, boolean signed) {
		Instant now = this.clock.instant();
		return this.marks.signInAfter(parameters, (signed && before != null) ? before.askedAt().orElse(now) : now);
	}

	private static OAuth2AuthenticationException refusal(AuthorizationRequests.Wanted wanted, String code,
			String description) {
		return RequestRefusals.atTheClient(new OAuth2Error(code, description, CLAUSE), wanted.request(),
				wanted.client());
	}

	static Optional<SignIn> signIn() {
		return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
			.filter(Authentication::isAuthenticated)
			.filter((person) -> !(person instanceof AnonymousAuthenticationToken))
			.map(SignIn::of);
	}

}
