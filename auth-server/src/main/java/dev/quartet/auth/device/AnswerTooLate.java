package dev.quartet.auth.device;

/** Refuses an answer to a device that asks no longer, or asks somebody else. */
class AnswerTooLate extends RuntimeException {

	private static final long serialVersionUID = 1;

	AnswerTooLate() {
		super("The device does not wait for this answer");
	}

}
