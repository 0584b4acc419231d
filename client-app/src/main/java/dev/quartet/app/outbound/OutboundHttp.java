package dev.quartet.app.outbound;

import java.net.http.HttpClient;
import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/** Sets the limits of every call that leaves this application. */
@Configuration(proxyBeanMethods = false)
class OutboundHttp {

	/** The certificates that the profile {@code tls} trusts besides Java's own. */
	private static final String TRUST = "quartet";

	private static final Duration CONNECT = Duration.ofSeconds(2);

	private static final Duration READ = Duration.ofSeconds(5);

	@Bean
	ClientHttpRequestFactory outbound(SslBundles bundles, ObjectProvider<OutboundHook> hooks) {
		HttpClient.Builder client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(CONNECT);
		if (bundles.getBundleNames().contains(TRUST)) {
			client.sslContext(trustingAlso(bundles.getBundle(TRUST)));
		}
		JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client.build());
		factory.setReadTimeout(READ);
		OutboundHook hook = hooks.getIfAvailable();
		return (hook != null) ? hook.around(factory) : factory;
	}

	/** The providers of this world have certificates of public authorities. */
	static SSLContext trustingAlso(SslBundle bundle) {
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(bundle.getManagers().getKeyManagers(),
					new TrustManager[] { CombinedTrust.ofJavaAnd(bundle.getManagers().getTrustManagers()) }, null);
			return context;
		}
		catch (NoSuchAlgorithmException | KeyManagementException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
