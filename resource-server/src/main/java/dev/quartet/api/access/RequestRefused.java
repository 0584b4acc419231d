package dev.quartet.api.access;

/** Carries a refusal to where it is answered. */
final class RequestRefused extends RuntimeException {

	private final transient Refusal refusal;

	RequestRefused(Refusal refusal) {
		super(refusal.detail(), null, false, false);
		this.refusal = refusal;
	}

	Refusal refusal() {
		return refusal;
	}

}
