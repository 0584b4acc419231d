-- Finds the consents that nobody has used for long: those never used by when they were given, the others by their last use.
create index consent_last_used_at on consent (last_used_at, granted_at);
