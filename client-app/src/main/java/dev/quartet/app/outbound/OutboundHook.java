package dev.quartet.app.outbound;

import org.springframework.http.client.ClientHttpRequestFactory;

/** Stands between this application and every call that leaves it. */
public interface OutboundHook {

	ClientHttpRequestFactory around(ClientHttpRequestFactory calls);

}
