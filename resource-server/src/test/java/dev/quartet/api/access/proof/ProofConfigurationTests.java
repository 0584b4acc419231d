package dev.quartet.api.access.proof;

import java.time.Clock;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** How the checks are set up in a service that has no database. */
@ExtendWith(OutputCaptureExtension.class)
class ProofConfigurationTests {

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withUserConfiguration(ProofConfiguration.class)
		.withBean(Clock.class, Clock::systemUTC)
		.withPropertyValues("quartet.api.resource=https://api.example");

	@Test
	void remembersInMemoryWhereThereIsNoDatabase(CapturedOutput output) {
		service.run((context) -> {
			assertThat(context).hasSingleBean(Proofs.class)
				.getBean(SeenProofs.class)
				.isInstanceOf(SeenProofsInMemory.class);
			assertThat(context.getBean(Proofs.class).isOffered()).isTrue();
			assertThat(context.getBean(Proofs.class).takesCertificates()).isFalse();
			assertThat(output).contains("DPoP proofs are remembered in memory");
		});
	}

	@Test
	void remembersNothingWhereDpopIsOff(CapturedOutput output) {
		service.withPropertyValues("quartet.api.dpop.enabled=false").run((context) -> {
			assertThat(context.getBean(Proofs.class).isOffered()).isFalse();
			assertThat(output).doesNotContain("DPoP proofs");
		});
	}

	@Test
	void readsItsSettings() {
		service
			.withPropertyValues("quartet.api.dpop.bases=https://one.example,https://two.example/v1",
					"quartet.api.dpop.nonce=true", "quartet.api.dpop.nonce-secret=" + CheckedApi.NONCE_SECRET,
					"quartet.api.mtls.enabled=true", "quartet.api.mtls.header=Client-Cert",
					"quartet.api.mtls.proxies=10.0.0.0/8,::1", "server.forward-headers-strategy=none")
			.run((context) -> {
				assertThat(context.getBean(ProofSettings.class).bases()).hasSize(2);
				assertThat(context.getBean(CertificateSettings.class).trusted()).hasSize(2);
				assertThat(context.getBean(Proofs.class).takesCertificates()).isTrue();
			});
	}

	@ParameterizedTest
	@CsvSource({ "quartet.api.dpop.nonce=true, QUARTET_API_NONCE_SECRET",
			"quartet.api.mtls.header=Client-Cert, needs both header and proxies",
			"quartet.api.mtls.proxies=10.0.0.1, needs both header and proxies",
			"quartet.api.dpop.per-second=999, must be at least quartet.api.dpop.per-key",
			"quartet.api.dpop.window=1h, between 1 second and 5 minutes",
			"quartet.api.dpop.bases=localhost, quartet.api.dpop.bases",
			"quartet.api.resource=api, quartet.api.resource" })
	void doesNotStartWithSettingsThatCannotBeMeant(String setting, String complaint) {
		service.withPropertyValues(setting)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining(complaint));
	}

	@Test
	void doesNotBelieveACertificateFromAnAddressThatAHeaderMayReplace() {
		service
			.withPropertyValues("quartet.api.mtls.enabled=true", "quartet.api.mtls.header=Client-Cert",
					"quartet.api.mtls.proxies=10.0.0.1", "server.forward-headers-strategy=none",
					"server.tomcat.remoteip.remote-ip-header=X-Forwarded-For")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("server.tomcat.remoteip"));
	}

	@Test
	void forgetsProofsByItself() throws InterruptedException {
		SeenProofsInMemory seen = new SeenProofsInMemory(2);
		seen.isFirst(ProofId.of("key", "ended"), Instant.EPOCH);
		seen.isFirst(ProofId.of("other", "lasting"), Instant.MAX);
		ProofPurge purge = new ProofPurge(seen, true, Clock.systemUTC());
		purge.start();
		for (int i = 0; i < 100 && seen.size() > 1; i++) {
			Thread.sleep(50);
		}
		assertThat(seen.size()).isEqualTo(1);
		purge.stop();
		assertThat(purge.isRunning()).isFalse();
	}

}
