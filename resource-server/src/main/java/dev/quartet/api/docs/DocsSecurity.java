package dev.quartet.api.docs;

import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Shows the description to everybody, and looks at no token there. */
@Configuration(proxyBeanMethods = false)
class DocsSecurity {

	private static final String[] DOCUMENT = { "/openapi", "/openapi.yaml" };

	@Bean
	@Order(0)
	SecurityFilterChain docs(DocsSettings settings) {
		Stream<String> paths = settings.page() ? Stream.concat(Stream.of(DOCUMENT), Stream.of(DocsPage.paths()))
				: Stream.of(DOCUMENT);
		return new DefaultSecurityFilterChain(new OrRequestMatcher(paths.map(DocsSecurity::matcher).toList()),
				new DocsHeaders(settings));
	}

	private static RequestMatcher matcher(String path) {
		return PathPatternRequestMatcher.withDefaults().matcher(path);
	}

}
