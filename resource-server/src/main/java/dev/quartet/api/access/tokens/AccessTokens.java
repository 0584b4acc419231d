package dev.quartet.api.access.tokens;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Finds out whether a token is good, whoever issued it, and remembers those that are. */
public final class AccessTokens implements AutoCloseable {

	private static final int LONGEST = 8 * 1024;

	// b64token (RFC 6750 §2.1)
	private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

	private final TrustedIssuers issuers;

	private final RememberedTokens remembered;

	private final Duration rememberAnswers;

	public AccessTokens(List<IssuerSettings> issuers, TokenSettings settings, Clock clock) {
		this.issuers = new TrustedIssuers(issuers, settings, clock);
		this.remembered = new RememberedTokens(settings.rememberedTokens(), settings.clockSkew(), clock);
		this.rememberAnswers = settings.rememberAnswers();
	}

	/**
	 * Answers what a good token says.
	 * @throws TokenRefused for any other token
	 */
	public VerifiedToken verify(String token) {
		if (token.length() > LONGEST) {
			throw new TokenRefused("The token is longer than 8 KiB");
		}
		Fingerprint fingerprint = Fingerprint.of(token);
		@Nullable VerifiedToken known = remembered.find(fingerprint);
		return known != null ? known : verify(token, fingerprint);
	}

	// What is remembered was looked at before, so the spelling matters only here.
	private VerifiedToken verify(String token, Fingerprint fingerprint) {
		if (!TOKEN.matcher(token).matches()) {
			throw TokenRefused.untrusted();
		}
		@Nullable SignedToken signed = SignedToken.read(token).orElse(null);
		IntrospectedTokens asked = issuers.introspecting(signed);
		if (asked != null) {
			VerifiedToken answer = asked.verify(token, fingerprint);
			remembered.remember(fingerprint, answer, rememberAnswers);
			return answer;
		}
		if (signed == null) {
			throw TokenRefused.untrusted();
		}
		VerifiedToken good = issuers.verify(signed);
		remembered.remember(fingerprint, good, RememberedTokens.LONGEST);
		return good;
	}

	@Override
	public void close() {
		issuers.close();
	}

}
