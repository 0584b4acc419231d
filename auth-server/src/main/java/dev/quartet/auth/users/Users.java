package dev.quartet.auth.users;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** Stores the people. */
public interface Users extends ListCrudRepository<User, String> {

	/** A disabled person is not found here. */
	Optional<User> findByIdAndDisabledAtIsNull(String id);

	boolean existsByIdAndDisabledAtIsNull(String id);

	/** The key is {@link UsernameRules#key}. */
	Optional<User> findByUsernameKey(String key);

	/** Counts the disabled ones too. */
	@Query(nativeQuery = true, value = "select count(*) from users where concat(' ', roles, ' ') like '% admin %'")
	long countAdministrators();

	/** One look at what a session must know of its person. */
	@Query("""
			select new dev.quartet.auth.users.Standing(u.disabledAt, c.changedAt)
			from User u left join u.credentials c on c.kind = 'password' where u.id = :id""")
	Optional<Standing> standing(String id);

	/** Whoever changes a person's own data comes after the one before. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select u from User u where u.id = :id and u.disabledAt is null")
	Optional<User> lock(String id);

	/** Gives the hash as it is when nobody is changing it any more, and keeps it so. */
	@Query(nativeQuery = true,
			value = "select secret from credential where user_id = :userId and kind = 'password' for update")
	Optional<String> holdPassword(String userId);

	/** Changes the password unless another one was faster. */
	@Modifying
	@Query(nativeQuery = true, value = """
			update credential set secret = :next, changed_at = :now
			where user_id = :userId and kind = 'password' and secret = :current""")
	int replacePassword(String userId, String current, String next, Instant now);

	default Optional<User> findByUsername(String username) {
		return findByUsernameKey(UsernameRules.key(username));
	}

}
