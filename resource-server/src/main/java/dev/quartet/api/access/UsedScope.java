package dev.quartet.api.access;

/** Names a permission: a scope of what a person granted. */
record UsedScope(String grantId, String scope) {
}
