package dev.quartet.auth.authorizations;

import jakarta.persistence.EnumeratedValue;

/** Says who changed a grant, in the words of Grant Management for OAuth 2.0 §6.4. */
public enum UpdatedBy {

	CLIENT("client"),

	/** Its person did, here. */
	AUTHORIZATION_SERVER("authorization_server");

	@EnumeratedValue
	private final String value;

	UpdatedBy(String value) {
		this.value = value;
	}

	public String value() {
		return this.value;
	}

}
