package dev.quartet.auth.registration;

import java.time.Instant;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** Stores the initial access tokens, by their SHA-256. */
interface InitialAccessTokenRows extends CrudRepository<InitialAccessToken, String> {

	/** Takes one use, for as many of those who try as there are uses left. */
	@Modifying
	@Query("""
			update InitialAccessToken t set t.usesLeft = t.usesLeft - 1
			where t.hash = :hash and t.usesLeft > 0 and t.expiresAt > :now""")
	int claim(String hash, Instant now);

}
