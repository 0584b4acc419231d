package dev.quartet.api.access.proof;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Says where client certificates come from.
 *
 * @param enabled whether tokens that are bound to a certificate are taken at all
 * @param header where a proxy that ends TLS puts the certificate; empty for none
 * @param proxies the addresses (CIDR) that such a proxy calls from
 */
@ConfigurationProperties("quartet.api.mtls")
record CertificateSettings(@DefaultValue("false") boolean enabled, @DefaultValue("") String header,
		@DefaultValue List<String> proxies) {

	CertificateSettings {
		// Anybody could send such a header.
		Assert.isTrue(StringUtils.hasText(header) == !proxies.isEmpty(),
				"quartet.api.mtls needs both header and proxies, or neither");
		Assert.isTrue(proxies.stream().noneMatch((proxy) -> proxy.endsWith("/0")),
				"quartet.api.mtls.proxies must not be the whole world");
		matchers(proxies);
	}

	boolean hasHeader() {
		return StringUtils.hasText(header);
	}

	List<IpAddressMatcher> trusted() {
		return matchers(proxies);
	}

	private static List<IpAddressMatcher> matchers(List<String> proxies) {
		return proxies.stream().map(IpAddressMatcher::new).toList();
	}

}
