package dev.quartet.app.oauth1;

/**
 * Lets this application act for a person: token credentials (RFC 5849 §2.3).
 *
 * @param token names the credentials in every signed request
 * @param secret signs and is never sent; it is to be kept sealed
 */
public record OAuth1Tokens(String token, String secret) {

	@Override
	public String toString() {
		return "OAuth1Tokens[hidden]";
	}

}
