package dev.quartet.auth.users;

/**
 * Tells that a person chose another password, in the transaction of the change.
 *
 * @param disconnectApps whether she wants every application to lose its access, too
 */
public record PasswordChanged(String userId, boolean disconnectApps) {

}
