package dev.quartet.app.experiments;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.quartet.app.oauth1.OAuth1Client;
import dev.quartet.app.oauth1.OAuth1Refused;
import dev.quartet.app.oauth1.OAuth1Refused.Reason;
import dev.quartet.app.oauth1.OAuth1Tokens;
import dev.quartet.app.oauth1.TemporaryCredentials;
import dev.quartet.app.registry.OAuth1Provider;
import dev.quartet.app.registry.Provider;
import dev.quartet.app.registry.SignatureMethod;

import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Walks the legs of OAuth 1.0a wrongly. */
@Component
@Profile("demo")
@Order(6)
class OAuth1Faults implements Family {

	private static final Set<Reason> REFUSALS = EnumSet.of(Reason.VERIFIER_REFUSED, Reason.PROFILE_REFUSED);

	private final OAuth1Client client;

	OAuth1Faults(OAuth1Client client) {
		this.client = client;
	}

	@Override
	public List<Fault> faults() {
		return List.of(
				new Fault("wrong-verifier", "oauth1-wrong-verifier", "", List.of(Rule.rfc(5849, "2.3")),
						OAuth1Provider.class::isInstance, this::wrongVerifier),
				new Fault("changed-signature", "oauth1-changed-signature", "", List.of(Rule.rfc(5849, "3.2")),
						OAuth1Faults::signsWithSecrets, this::changedSignature),
				new Fault("request-token-twice", "oauth1-request-token-twice", "", List.of(Rule.rfc(5849, "2.3")),
						OAuth1Provider.class::isInstance, this::twice));
	}

	/** RSA signs without the token's secret (RFC 5849 §3.4.3). */
	private static boolean signsWithSecrets(Provider provider) {
		return provider instanceof OAuth1Provider oauth1 && oauth1.signatureMethod() != SignatureMethod.RSA_SHA1
				&& oauth1.signatureMethod() != SignatureMethod.RSA_SHA256;
	}

	private Verdict wrongVerifier(Attempt attempt) {
		return judge(attempt, () -> redeem(attempt, Spoiled.first(attempt.trial().proof())));
	}

	private Verdict changedSignature(Attempt attempt) {
		OAuth1Tokens right = redeem(attempt, attempt.trial().proof());
		this.client.profile(provider(attempt), right);
		OAuth1Tokens wrong = new OAuth1Tokens(right.token(), Spoiled.first(right.secret()));
		return judge(attempt, () -> this.client.profile(provider(attempt), wrong)).noting("right-one-ACCEPTED");
	}

	private Verdict twice(Attempt attempt) {
		redeem(attempt, attempt.trial().proof());
		return judge(attempt, () -> redeem(attempt, attempt.trial().proof()));
	}

	private OAuth1Tokens redeem(Attempt attempt, String verifier) {
		TemporaryCredentials temporary = new TemporaryCredentials(String.valueOf(attempt.login().temporaryToken()),
				String.valueOf(attempt.login().temporarySecret()));
		return this.client.redeem(provider(attempt), temporary, verifier);
	}

	private static Verdict judge(Attempt attempt, Runnable wrong) {
		try {
			wrong.run();
			return Verdict.accepted(Verdict.By.PROVIDER, attempt.told());
		}
		catch (OAuth1Refused ex) {
			if (!REFUSALS.contains(ex.reason())) {
				throw ex;
			}
			return Verdict.refused(Verdict.By.PROVIDER, attempt.told());
		}
	}

	private static OAuth1Provider provider(Attempt attempt) {
		return (OAuth1Provider) attempt.provider();
	}

}
