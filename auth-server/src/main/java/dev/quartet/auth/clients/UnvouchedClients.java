package dev.quartet.auth.clients;

/**
 * Knows the clients for which nobody vouches: they were registered by whoever wanted to.
 */
@FunctionalInterface
public interface UnvouchedClients {

	boolean contains(String clientId);

}
