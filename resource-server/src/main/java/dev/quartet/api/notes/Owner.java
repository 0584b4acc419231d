package dev.quartet.api.notes;

import dev.quartet.api.access.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * Identifies whom a note belongs to; the kind keeps a machine out of the notes of a
 * person whose identifier happens to equal its client id.
 *
 * @param kind person or machine
 * @param issuer who vouches for the subject
 * @param subject unique at the issuer among owners of one kind
 */
@Embeddable
record Owner(@Enumerated(EnumType.STRING) @Column(name = "owner_kind") Caller.Kind kind,
		@Column(name = "owner_issuer") String issuer, @Column(name = "owner_subject") String subject) {

	static Owner of(Caller caller) {
		return new Owner(caller.kind(), caller.issuer(), caller.subject());
	}

}
