package dev.quartet.auth.receipts;

import dev.quartet.auth.purge.ExpiredRows;
import dev.quartet.auth.purge.PurgeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says how long receipts are kept: as long as the audit trail. */
@Configuration(proxyBeanMethods = false)
class ReceiptPurge {

	@Bean
	ExpiredRows oldReceipts(PurgeSettings settings) {
		return ExpiredRows.of("receipt", "decided_at", settings.keepAudit(), "id");
	}

}
