package dev.quartet.app.recording;

import java.security.SecureRandom;
import java.time.Clock;

import dev.quartet.app.secrets.Seal;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides whether sign-ins are written down: in the profile {@code demo} only. */
@Configuration(proxyBeanMethods = false)
class RecordingConfiguration {

	@Bean
	@Profile("!demo")
	Recorder silentRecorder() {
		return new SilentRecorder();
	}

	/** Writes sign-ins down. */
	@Profile("demo")
	@EnableScheduling
	@Configuration(proxyBeanMethods = false)
	static class Demo {

		@Bean
		Batches batches(JsonMapper mapper) {
			return new Batches(mapper);
		}

		@Bean
		RecordedCalls recordedCalls(Batches batches, ApiAddress api, Clock clock) {
			return new RecordedCalls(batches, api, clock);
		}

		@Bean
		RecordingRows recordingRows(JdbcClient database, PlatformTransactionManager transactions, Seal seal,
				JsonMapper mapper, Clock clock) {
			// Its own transaction: a sign-in that is rolled back still shows what was
			// sent.
			TransactionTemplate transaction = new TransactionTemplate(transactions);
			transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
			return new RecordingRows(database, transaction, seal, mapper, clock);
		}

		@Bean
		Recordings recordings(RecordingRows rows) {
			return new Recordings(rows);
		}

		@Bean
		RecordingPurge recordingPurge(RecordingRows rows) {
			return new RecordingPurge(rows);
		}

		@Bean
		FlowRecorder flowRecorder(Recordings recordings, Batches batches, SecureRandom random, Clock clock) {
			return new FlowRecorder(recordings, batches, random, clock);
		}

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		GatheringFilter gatheringFilter(Batches batches, FlowRecorder recorder) {
			return new GatheringFilter(batches, recorder);
		}

	}

}
