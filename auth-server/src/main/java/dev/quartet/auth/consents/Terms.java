package dev.quartet.auth.consents;

import java.util.Arrays;
import java.util.List;

import dev.quartet.auth.clients.Vetting;

/**
 * Decides for how long a person may let a client have something: the less is known of it
 * and the more harm it can do, the shorter.
 *
 * @param offered the choices, the shortest first
 * @param preset which is chosen before she chooses
 */
record Terms(List<HowLong> offered, HowLong preset) {

	static Terms of(Vetting vetting, boolean highRisk, boolean inBrowser) {
		HowLong longest = switch (vetting) {
			case VETTED -> HowLong.REVOKED;
			case INVITED -> HowLong.MONTH;
			case UNVETTED -> highRisk ? HowLong.SESSION : HowLong.MONTH;
		};
		HowLong preset = switch (vetting) {
			case VETTED -> highRisk ? HowLong.MONTH : HowLong.REVOKED;
			case INVITED -> HowLong.MONTH;
			case UNVETTED -> HowLong.SESSION;
		};
		List<HowLong> offered = Arrays.stream(HowLong.values())
			.filter((one) -> one.compareTo(longest) <= 0 && (inBrowser || one != HowLong.SESSION))
			.toList();
		// A device has no browser session that could end.
		return new Terms(offered, offered.contains(preset) ? preset : HowLong.ONCE);
	}

	/** What was chosen earlier comes first, where it may still be chosen. */
	Terms preferring(HowLong earlier) {
		return this.offered.contains(earlier) ? new Terms(this.offered, earlier) : this;
	}

}
