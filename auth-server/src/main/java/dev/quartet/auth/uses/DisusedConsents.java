package dev.quartet.auth.uses;

import java.util.Set;

/**
 * Takes back what a person allowed a client and the client no longer uses, in the
 * transaction of whoever asks for it.
 */
public interface DisusedConsents {

	void takeBack(String userId, String clientId, Set<String> scopes);

}
