package dev.quartet.app.oauth1;

import java.util.Locale;

/** A provider of OAuth 1.0a said no, or said something that cannot be trusted. */
public final class OAuth1Refused extends RuntimeException {

	private final Reason reason;

	OAuth1Refused(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	/** Names what was refused. */
	public enum Reason {

		/** The provider may be one of OAuth 1.0 before its correction (RFC 5849 §2.1). */
		CALLBACK_NOT_CONFIRMED,

		/** The provider gave no temporary credentials (§2.1). */
		TEMPORARY_CREDENTIALS_REFUSED,

		/** The verifier is missing, or the provider gave no tokens for it (§2.3). */
		VERIFIER_REFUSED,

		/** The provider does not tell who signed in. */
		PROFILE_REFUSED,

		/** The answer is too long or not what it should be. */
		ANSWER_UNREADABLE,

		/** We refuse ourselves: the secrets would travel in clear (§3.4.4). */
		PLAINTEXT_WITHOUT_TLS;

		/** Its name for machines, such as {@code callback_not_confirmed}. */
		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
