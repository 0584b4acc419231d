package dev.quartet.auth.registration;

/** Tells what a client must change before it is registered (RFC 7591 §3.2.2). */
class RegistrationRefused extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final int status;

	private final String error;

	private final String description;

	private RegistrationRefused(int status, String error, String description) {
		super(error + ": " + description);
		this.status = status;
		this.error = error;
		this.description = description;
	}

	static RegistrationRefused metadata(String field, String problem) {
		return new RegistrationRefused(400, "invalid_client_metadata", field + ": " + problem);
	}

	static RegistrationRefused redirectUri(String problem) {
		return new RegistrationRefused(400, "invalid_redirect_uri", "redirect_uris: " + problem);
	}

	static RegistrationRefused softwareStatement() {
		return new RegistrationRefused(400, "unapproved_software_statement",
				"software_statement: this server trusts no publisher of software statements");
	}

	static RegistrationRefused request(String problem) {
		return new RegistrationRefused(400, "invalid_request", problem);
	}

	/**
	 * Says the same whatever is wrong with a token, or with the client that it is for.
	 */
	static RegistrationRefused token() {
		return new RegistrationRefused(401, "invalid_token", "The token is missing, unknown, used up or expired");
	}

	static RegistrationRefused tooMany() {
		return new RegistrationRefused(429, "temporarily_unavailable",
				"Too many clients were registered in the last hour; try later or ask for an initial access token");
	}

	static RegistrationRefused off() {
		return new RegistrationRefused(404, "access_denied", "Clients do not register themselves at this server");
	}

	int status() {
		return this.status;
	}

	String error() {
		return this.error;
	}

	String description() {
		return this.description;
	}

}
