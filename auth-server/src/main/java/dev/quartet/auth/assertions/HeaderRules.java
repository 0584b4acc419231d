package dev.quartet.auth.assertions;

import java.util.Set;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.clients.MetadataRules;
import dev.quartet.auth.clients.QuartetClientSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Decides whether something that a client signed may be of a certain kind, by what its
 * header says (RFC 8725 §3.1, §3.10, §3.11).
 */
final class HeaderRules {

	private final Set<String> types;

	private final MetadataField algorithm;

	/** The field is the one in which a client keeps itself to one algorithm. */
	HeaderRules(Set<String> types, MetadataField algorithm) {
		this.types = types;
		this.algorithm = algorithm;
	}

	// A header that brings or points to a key wants us to believe the sender (RFC 8725
	// §3.10).
	boolean allow(JWSHeader header, RegisteredClient client) {
		boolean bringsKey = header.getJWK() != null || header.getJWKURL() != null || header.getX509CertURL() != null
				|| header.getX509CertChain() != null;
		return !bringsKey && header.getCriticalParams() == null && hasKnownType(header.getType())
				&& signaturesOf(client).contains(header.getAlgorithm().getName());
	}

	private boolean hasKnownType(@Nullable JOSEObjectType type) {
		return type == null || this.types.stream().anyMatch(type.getType()::equalsIgnoreCase);
	}

	private Set<String> signaturesOf(RegisteredClient client) {
		return QuartetClientSettings.further(client).text(this.algorithm).map(Set::of).orElse(MetadataRules.SIGNATURES);
	}

}
