package dev.quartet.app.experiments;

/**
 * Is what a specification says about a fault.
 *
 * @param label the specification and its clause
 * @param href where it can be read
 */
record Rule(String label, String href) {

	static Rule rfc(int number, String clause) {
		return new Rule("RFC " + number + " §" + clause,
				"https://www.rfc-editor.org/rfc/rfc" + number + "#section-" + clause);
	}

	static Rule openIdConnectCore(String clause) {
		return new Rule("OpenID Connect Core §" + clause,
				"https://openid.net/specs/openid-connect-core-1_0.html#rfc.section." + clause);
	}

}
