package dev.quartet.auth.rfc8414;

import java.text.ParseException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jwt.SignedJWT;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.authorizations.GrantRequest;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.users.Profile;
import dev.quartet.auth.users.StandardClaim;
import dev.quartet.auth.users.User;
import dev.quartet.auth.users.Users;
import org.springframework.context.ApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signs somebody in of whom everything is known, for a client that may ask everything.
 */
record PersonTruths(Flows flows, ApplicationContext server) {

	private static final String NAME = "known-to-all";

	private static final String PASSWORD = "nobody knows this of her";

	Map<String, Truth> all() {
		return Map.of("scopes_supported", this::scopes, "claims_supported", this::claims);
	}

	private void scopes(Object value) {
		Set<String> listed = texts(value);
		// These are for clients themselves.
		assertThat(listed.removeAll(GrantRequest.SCOPES)).isTrue();
		withClient(listed, (flow) -> {
			assertThat(texts(List.of(tokens(flow).json("scope").split(" ", -1)))).isEqualTo(listed);
			assertThat(flow.authorize(flow.request().with("scope", "openid nobody:knows")).sent("error"))
				.isEqualTo("invalid_scope");
		});
	}

	private void claims(Object value) {
		withClient(Set.of("openid", "profile", "email", "address", "phone"), (flow) -> {
			Answer tokens = tokens(flow);
			Set<String> told = new HashSet<>(flow.userInfo(tokens.json("access_token")).json().keySet());
			told.addAll(idToken(tokens));
			// these say something of the token, not of the person
			told.removeAll(Set.of("iss", "aud", "azp", "exp", "iat", "jti", "nonce", "at_hash", "sid"));
			assertThat(told).isEqualTo(texts(value));
		});
	}

	private void withClient(Set<String> scopes, Use use) {
		OwnClients clients = this.server.getBean(OwnClients.class);
		save();
		try {
			use.of(this.flows.with(clients.register(NAME, String.join(" ", scopes), Map.of())));
		}
		finally {
			clients.forget(NAME);
			this.server.getBean(Users.class).deleteById(NAME);
		}
	}

	private void save() {
		Map<StandardClaim, Object> claims = new EnumMap<>(StandardClaim.class);
		StandardClaim.WRITTEN.forEach((claim) -> claims.put(claim, switch (claim.kind()) {
			case FLAG -> true;
			case ADDRESS -> Map.of("country", "Wonderland");
			default -> claim.value();
		}));
		User person = new User(NAME, new Profile(NAME, claims), this.server.getBean(MovableClock.class).instant());
		person.changePassword(this.server.getBean(PasswordEncoder.class).encode(PASSWORD), person.createdAt());
		this.server.getBean(Users.class).save(person);
	}

	private static Answer tokens(AuthorizationFlow flow) {
		Answer login = flow.browser().follow(flow.authorize(flow.request()));
		Answer answer = flow.browser().follow(flow.signIn(login, NAME, PASSWORD));
		return flow.redeem((answer.redirects() ? answer : flow.allowAll(answer)).sent("code"));
	}

	private static Set<String> idToken(Answer tokens) {
		try {
			return SignedJWT.parse(tokens.json("id_token")).getJWTClaimsSet().getClaims().keySet();
		}
		catch (ParseException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Set<String> texts(Object value) {
		Set<String> texts = new HashSet<>();
		((Collection<?>) value).forEach((text) -> texts.add(text.toString()));
		return texts;
	}

	/** Looks at what a flow brings. */
	@FunctionalInterface
	private interface Use {

		void of(AuthorizationFlow flow);

	}

}
