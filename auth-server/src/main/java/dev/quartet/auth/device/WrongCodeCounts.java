package dev.quartet.auth.device;

import java.time.Instant;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stores how many codes each person has guessed wrong. */
interface WrongCodeCounts extends Repository<WrongCodes, String> {

	/** Begins to count, unless that was done before. */
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into wrong_user_code (user_id, wrong, counted_until) values (:userId, 0, :now)
			on conflict do nothing""")
	int begin(String userId, Instant now);

	/** One person's codes are looked up one after the other, on whichever instance. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select w from WrongCodes w where w.userId = :userId")
	WrongCodes lock(String userId);

}
