package dev.quartet.auth.onetime;

import org.springframework.data.repository.CrudRepository;

/** Stores the values that were seen. */
interface SeenValues extends CrudRepository<SeenValue, SeenValue.Key> {

}
