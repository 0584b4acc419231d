package dev.quartet.auth.subjects;

import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stores the names that sectors have for people. */
interface PairwiseSubjects extends Repository<PairwiseSubject, String> {

	Optional<PairwiseSubject> findByUserIdAndSector(String userId, String sector);

	Optional<PairwiseSubject> findBySubjectAndSector(String subject, String sector);

	Optional<PairwiseSubject> findBySubject(String subject);

	/** Inserts one row, or none where another transaction was first. */
	@Transactional
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into pairwise_subject (subject, sector, user_id) values (:subject, :sector, :userId)
			on conflict do nothing""")
	int insert(String subject, String sector, String userId);

}
