package dev.quartet.auth.outbound;

import java.io.IOException;
import java.time.Duration;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.Timeout;

/** Makes an HTTP client that does nothing on its own, and reads no more than it must. */
final class OutboundHttp {

	private static final int MOST_BYTES = 64 * 1024;

	private OutboundHttp() {
	}

	static CloseableHttpClient client(DnsResolver addresses, Duration timeout, int atOnce) {
		Timeout limit = Timeout.of(timeout);
		ConnectionConfig connection = ConnectionConfig.custom()
			.setConnectTimeout(limit)
			.setSocketTimeout(limit)
			.build();
		return HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setDnsResolver(addresses)
				.setDefaultConnectionConfig(connection)
				.setMaxConnTotal(atOnce)
				.setMaxConnPerRoute(atOnce)
				.build())
			.setDefaultRequestConfig(RequestConfig.custom()
				.setConnectionRequestTimeout(limit)
				.setResponseTimeout(limit)
				.setAuthenticationEnabled(false)
				.setProtocolUpgradeEnabled(false)
				.build())
			// a connection kept open would outlive what its name meant
			.setConnectionReuseStrategy((request, response, context) -> false)
			.disableRedirectHandling()
			.disableAutomaticRetries()
			.disableCookieManagement()
			.disableAuthCaching()
			.disableContentCompression()
			.setUserAgent("Quartet")
			.build();
	}

	static OutboundBytes read(ClassicHttpResponse response) throws IOException {
		if (response.getEntity() == null) {
			return new OutboundBytes(response.getCode(), new byte[0]);
		}
		byte[] body = response.getEntity().getContent().readNBytes(MOST_BYTES + 1);
		if (body.length > MOST_BYTES) {
			throw new IOException("more than 64 KiB");
		}
		return new OutboundBytes(response.getCode(), body);
	}

}
