package dev.quartet.api.access.proof;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up how senders prove that a token is theirs. */
@Configuration(proxyBeanMethods = false)
public class ProofConfiguration {

	@Bean
	Proofs proofs() {
		return new Proofs();
	}

}
