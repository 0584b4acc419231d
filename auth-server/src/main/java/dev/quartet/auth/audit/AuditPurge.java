package dev.quartet.auth.audit;

import dev.quartet.auth.purge.ExpiredRows;
import dev.quartet.auth.purge.PurgeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says how long the audit trail is kept. */
@Configuration(proxyBeanMethods = false)
class AuditPurge {

	@Bean
	ExpiredRows oldAuditEvents(PurgeSettings settings) {
		return ExpiredRows.of("audit_event", "at", settings.keepAudit(), "id");
	}

}
