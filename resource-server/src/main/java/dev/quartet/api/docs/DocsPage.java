package dev.quartet.api.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.stream.Stream;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the page at /docs: our own index and start script, and Swagger UI from its jar.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("quartet.api.docs.page")
class DocsPage implements WebMvcConfigurer {

	private static final String LIBRARY = "classpath*:/META-INF/resources/webjars/swagger-ui/*/";

	private static final String[] FILES = { "/docs/{file:swagger-ui\\.css|swagger-ui-bundle\\.js}",
			"/docs/{file:oauth2-redirect\\.html|oauth2-redirect\\.js}",
			"/docs/{file:index\\.html|docs\\.css|docs\\.js|favicon-32x32\\.png}" };

	/** Everything that belongs to the page, and nothing else. */
	static String[] paths() {
		return Stream.concat(Stream.of("/docs", "/docs/"), Stream.of(FILES)).toArray(String[]::new);
	}

	@Override
	public void addViewControllers(ViewControllerRegistry views) {
		views.addViewController("/docs").setViewName("forward:/docs/index.html");
		views.addRedirectViewController("/docs/", "/docs");
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry resources) {
		resources.addResourceHandler(FILES)
			.addResourceLocations("classpath:/docs/", library())
			.setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
	}

	// The folder has the name of the version.
	private static String library() {
		try {
			Resource[] found = new PathMatchingResourcePatternResolver().getResources(LIBRARY + "swagger-ui.css");
			String file = found[0].getURL().toString();
			return file.substring(0, file.lastIndexOf('/') + 1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
