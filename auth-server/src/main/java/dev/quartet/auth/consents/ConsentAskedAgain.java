package dev.quartet.auth.consents;

import dev.quartet.auth.web.QueryString;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/**
 * Sends a person back to the page that she answered: what it showed is no longer true, or
 * her answer says neither yes nor no. Nothing has been decided.
 */
public class ConsentAskedAgain extends OAuth2AuthenticationException {

	private static final long serialVersionUID = 1L;

	private final String address;

	ConsentAskedAgain(String state, ConsentNote note) {
		super(OAuth2ErrorCodes.INVALID_REQUEST);
		this.address = "/oauth2/consent?"
				+ new QueryString().add("state", state).add(ConsentNote.PARAMETER, note.value());
	}

	/** Where the page is. */
	public String address() {
		return this.address;
	}

}
