package dev.quartet.auth.account;

import java.time.Instant;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stores how many passwords each person has typed wrong. */
interface WrongPasswordCounts extends Repository<WrongPasswords, String> {

	/** Begins to count, unless that was done before. */
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into wrong_password (user_id, wrong, counted_until) values (:userId, 0, :now)
			on conflict do nothing""")
	int begin(String userId, Instant now);

	/** Counts one more, unless there were too many: tries at the same time count, too. */
	@Modifying
	@Query(nativeQuery = true, value = """
			update wrong_password set
				wrong = case when wrong = 0 or counted_until <= :now then 1 else wrong + 1 end,
				counted_until = case when wrong = 0 or counted_until <= :now then :until else counted_until end
			where user_id = :userId and (wrong < :most or counted_until <= :now)""")
	int another(String userId, int most, Instant now, Instant until);

	@Modifying
	@Query(nativeQuery = true, value = "delete from wrong_password where user_id = :userId")
	void forget(String userId);

	Optional<WrongPasswords> findById(String userId);

}
