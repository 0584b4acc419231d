package dev.quartet.app.provider;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Builds Spring Security's calls to the authorization server on our own timeouts. */
@Configuration(proxyBeanMethods = false)
class ProviderCalls {

	@Bean
	OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes(ClientHttpRequestFactory outbound) {
		RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
		codes.setRestClient(tokenEndpoint(outbound));
		return codes;
	}

	@Bean
	OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshes(ClientHttpRequestFactory outbound) {
		RestClientRefreshTokenTokenResponseClient refreshes = new RestClientRefreshTokenTokenResponseClient();
		refreshes.setRestClient(tokenEndpoint(outbound));
		return refreshes;
	}

	@Bean
	DefaultOAuth2UserService userInfo(ClientHttpRequestFactory outbound) {
		DefaultOAuth2UserService userInfo = new DefaultOAuth2UserService();
		RestTemplate http = new RestTemplate(outbound);
		http.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
		userInfo.setRestOperations(http);
		return userInfo;
	}

	private static RestClient tokenEndpoint(ClientHttpRequestFactory outbound) {
		return RestClient.builder().requestFactory(outbound).configureMessageConverters((converters) -> {
			converters.addCustomConverter(new FormHttpMessageConverter());
			converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
		}).defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build();
	}

}
