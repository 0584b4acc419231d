package dev.quartet.auth.authorizations;

import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Is everything that may be used once. */
@SuppressWarnings("ImmutableEnumChecker")
enum OneTimeThing {

	CODE(StoredFlow::code, StoredFlow::redeem),

	CONSENT_STATE(StoredFlow::consentState, StoredFlow::answer),

	PUSHED_REQUEST(StoredFlow::pushed, StoredFlow::usePushed),

	DEVICE_CODE(StoredFlow::answeredDevice, StoredFlow::redeemDevice),

	USER_CODE((flow) -> flow.device().user(), StoredFlow::answerDevice),

	ASSERTION(StoredFlow::random, StoredFlow::assertion);

	private final Function<StoredFlow, String> issue;

	private final BiPredicate<StoredFlow, String> use;

	OneTimeThing(Function<StoredFlow, String> issue, BiPredicate<StoredFlow, String> use) {
		this.issue = issue;
		this.use = use;
	}

	String issue(StoredFlow flow) {
		return this.issue.apply(flow);
	}

	/** Whether this use bought something. */
	boolean use(StoredFlow flow, String secret) {
		return this.use.test(flow, secret);
	}

	/** Issues one, and answers how to use it. */
	BooleanSupplier of(StoredFlow flow) {
		String secret = issue(flow);
		return () -> use(flow, secret);
	}

}
