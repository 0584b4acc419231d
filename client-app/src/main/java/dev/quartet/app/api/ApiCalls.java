package dev.quartet.app.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Builds the one client that every call to the API goes through. */
@Configuration(proxyBeanMethods = false)
class ApiCalls {

	private static final int FORBIDDEN = 403;

	@Bean
	RestClient api(ApiSettings settings, ClientHttpRequestFactory outbound, BearerToken bearerToken) {
		return RestClient.builder()
			.baseUrl(settings.url())
			.requestFactory(outbound)
			.requestInterceptor(bearerToken)
			.defaultStatusHandler((status) -> status.value() == FORBIDDEN, (request, response) -> {
				throw new PermissionMissing();
			})
			.defaultStatusHandler(HttpStatusCode::is5xxServerError, (request, response) -> {
				throw new ApiUnreachable("The API answered " + response.getStatusCode().value());
			})
			.build();
	}

}
