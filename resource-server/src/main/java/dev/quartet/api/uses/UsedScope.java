package dev.quartet.api.uses;

/** Names a permission: a scope of what a person granted. */
record UsedScope(String grantId, String scope) {
}
