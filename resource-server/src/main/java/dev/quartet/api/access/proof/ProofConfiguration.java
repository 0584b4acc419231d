package dev.quartet.api.access.proof;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/** Sets up how senders prove that a token is theirs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ ProofSettings.class, CertificateSettings.class, ProtectedResource.class })
public class ProofConfiguration {

	private static final Set<String> REMOTE_IP = Set.of("server.tomcat.remoteip.remote-ip-header",
			"server.tomcat.remoteip.protocol-header");

	private static final int MOST_IN_MEMORY = 200_000;

	private static final Set<String> PEER_IS_KNOWN = Set.of("none", "framework");

	private static final String FORWARDED = "server.forward-headers-strategy";

	@Bean
	SeenProofs seenProofs(ObjectProvider<DataSource> databases, ProofSettings settings) {
		DataSource database = databases.getIfUnique();
		// Memory would be a store for each instance, and nobody would know.
		Assert.state(!settings.enabled() || database != null || databases.stream().findAny().isEmpty(),
				"There are several databases: mark the one that remembers DPoP proofs as @Primary, "
						+ "or set quartet.api.dpop.enabled=false");
		return database != null ? new SeenProofsInDatabase(database) : new SeenProofsInMemory(MOST_IN_MEMORY);
	}

	@Bean
	ProofPurge proofPurge(SeenProofs seen, ProofSettings settings, Clock clock) {
		return new ProofPurge(seen, settings.enabled(), clock);
	}

	@Bean
	ClientCertificates clientCertificates(CertificateSettings settings, Environment environment) {
		// Tomcat's own, the default in a cloud, replaces the address of whoever calls by
		// what a header says of it.
		String forwarding = environment.getProperty(FORWARDED, "native").toLowerCase(Locale.ROOT);
		boolean replaced = !PEER_IS_KNOWN.contains(forwarding)
				|| REMOTE_IP.stream().anyMatch((name) -> StringUtils.hasText(environment.getProperty(name)));
		Assert.isTrue(!settings.hasHeader() || !replaced, "quartet.api.mtls.header needs " + FORWARDED
				+ " to be none or framework, and no server.tomcat.remoteip.*, to see who sends the header");
		return new ClientCertificates(settings);
	}

	@Bean
	Proofs proofs(ProofSettings settings, ProtectedResource api, SeenProofs seen, ClientCertificates certificates,
			Clock clock) {
		List<URI> bases = new ArrayList<>(settings.bases());
		bases.add(api.resource());
		DpopCheck dpop = new DpopCheck(settings, new Addresses(bases), seen, clock);
		return new Proofs(settings.enabled(), dpop, certificates);
	}

}
