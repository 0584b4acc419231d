package dev.quartet.auth.keys;

import org.springframework.data.repository.ListCrudRepository;

/** Stores the signing keys. */
interface SigningKeys extends ListCrudRepository<SigningKey, String> {

	boolean existsByAlgorithm(String algorithm);

}
