package dev.quartet.auth.seed;

import java.util.Optional;
import java.util.Set;

import dev.quartet.auth.users.Profile;

/** Is a person as a seed file describes her. */
record PersonSeed(SeedText id, SeedText username, Profile profile, Set<String> roles, Optional<SeedText> password,
		Optional<SeedText> passwordHash) {
}
