package dev.quartet.auth.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the stylesheet and the images, the only answers that a browser may keep. */
@Configuration(proxyBeanMethods = false)
class Assets implements WebMvcConfigurer {

	private static final CacheControl BRIEFLY = CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		// Reproducible builds give each file the same date in every version, so only the
		// content tells an old stylesheet from a new one.
		registry.addResourceHandler("/assets/**")
			.addResourceLocations("classpath:/static/assets/")
			.setCacheControl(BRIEFLY)
			.setUseLastModified(false)
			.setEtagGenerator(Assets::fingerprint);
	}

	private static String fingerprint(Resource asset) {
		try (InputStream content = asset.getInputStream()) {
			return DigestUtils.md5DigestAsHex(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
