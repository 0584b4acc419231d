package dev.quartet.auth.authorizations;

import java.util.Set;

/**
 * The resources that the client named when it asked (RFC 8707); none means those of the
 * scopes.
 */
public record GrantedResources(Set<String> identifiers) {

}
