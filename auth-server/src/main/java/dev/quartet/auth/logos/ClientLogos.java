package dev.quartet.auth.logos;

import org.springframework.data.repository.CrudRepository;

/** Stores the pictures of clients. */
interface ClientLogos extends CrudRepository<ClientLogo, String> {

}
