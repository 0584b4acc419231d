package dev.quartet.auth.clients;

/** Tells how well those who run this server know a client. */
@FunctionalInterface
public interface ClientVetting {

	Vetting of(String clientId);

	/** Whether nobody vouches for it: it was registered by whoever wanted to. */
	default boolean isUnvetted(String clientId) {
		return of(clientId) == Vetting.UNVETTED;
	}

}
