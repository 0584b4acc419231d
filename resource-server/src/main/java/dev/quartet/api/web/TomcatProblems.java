package dev.quartet.api.web;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Puts our words in the place of Tomcat's pages. */
@Component
class TomcatProblems implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

	@Override
	public void customize(ConfigurableTomcatWebServerFactory server) {
		server.addContextCustomizers((context) -> context.getParent().getPipeline().addValve(new ProblemValve()));
	}

}
