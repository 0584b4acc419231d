package dev.quartet.auth.onetime;

/** Names what a one-time secret buys, so that one can never be used as another. */
public enum OneTimeKind {

	/** An authorization code (RFC 6749 §4.1.2). */
	CODE,

	/** The state between a consent page and its answer. */
	CONSENT,

	/** The handle of a pushed authorization request (RFC 9126 §2.2). */
	PUSHED_REQUEST,

	/** What a device polls with (RFC 8628 §3.2). */
	DEVICE_CODE,

	/** What a person types in to find the device's request (RFC 8628 §3.2). */
	USER_CODE,

	/** The state between a device's consent page and its answer. */
	DEVICE_CONSENT,

	/** What a person answered to a device, found by the grant that it may buy. */
	DEVICE_ANSWER,

	/** The link that creates the first administrator. */
	SETUP

}
