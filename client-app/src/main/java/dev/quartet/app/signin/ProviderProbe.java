package dev.quartet.app.signin;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.oidc.Discovery;
import dev.quartet.app.registry.OidcProvider;
import dev.quartet.app.registry.Provider;
import dev.quartet.app.registry.Providers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks after providers that have not described themselves yet, so that their buttons say
 * what is wrong before anybody presses them, and come back when it is right.
 */
@Component
@ConditionalOnBooleanProperty(name = "quartet.provider-probe", matchIfMissing = true)
class ProviderProbe {

	private static final Logger log = LoggerFactory.getLogger(ProviderProbe.class);

	private final Set<String> told = ConcurrentHashMap.newKeySet();

	private final Providers providers;

	private final Discovery discovery;

	ProviderProbe(Providers providers, Discovery discovery) {
		this.providers = providers;
		this.discovery = discovery;
	}

	@Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT0S")
	void look() {
		for (Provider provider : this.providers.all()) {
			if (provider instanceof OidcProvider oidc && !this.discovery.worked(oidc)) {
				look(oidc);
			}
		}
	}

	private void look(OidcProvider provider) {
		try {
			this.discovery.now(provider);
			this.told.remove(provider.name());
			log.info("{} can be used", provider.name());
		}
		catch (AnswerRefused | ProviderSilent ex) {
			if (this.told.add(provider.name())) {
				log.warn("{} cannot be used: {}", provider.name(), ex.getMessage());
			}
		}
	}

}
