package dev.quartet.auth.outbound;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.net.WWWFormCodec;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Asks addresses that clients registered: their keys, their sector, their logo, their
 * logout endpoint. Whoever registers such an address must gain nothing by it (RFC 7591
 * §5, RFC 8414 §6.2): https only, never an address of this server's own network, no
 * redirects, 5 seconds in total, 64 KiB.
 */
@Component
public class Outbound implements DisposableBean {

	/** Has no charset, and some receivers know it only so. */
	private static final ContentType FORM = ContentType.create("application/x-www-form-urlencoded");

	private static final int QUESTIONS = 16;

	private static final int DELIVERIES = 16;

	private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

	private final ReachableAddresses addresses;

	private final CloseableHttpClient http;

	private final boolean internal;

	private final OutboundWork questions;

	/**
	 * Apart, so that clients that hang when they are told keep nobody from signing in.
	 */
	private final OutboundWork deliveries;

	@Autowired
	Outbound(OutboundSettings settings) {
		this(settings, SystemDefaultDnsResolver.INSTANCE);
	}

	Outbound(OutboundSettings settings, DnsResolver names) {
		this.internal = settings.internalAddresses();
		this.addresses = new ReachableAddresses(names, this.internal);
		this.http = OutboundHttp.client(this.addresses, settings.timeout(), QUESTIONS + DELIVERIES);
		this.questions = new OutboundWork(QUESTIONS, settings.timeout());
		this.deliveries = new OutboundWork(DELIVERIES, settings.timeout());
	}

	/** Waits for the answer; whatever keeps it away is {@link OutboundFailed}. */
	public OutboundAnswer get(URI address) {
		return join(send(this.questions, new HttpGet(address), address)).text();
	}

	/**
	 * The same for what is no text.
	 * @param accepted the media types that are of use (RFC 9110 §12.5.1)
	 */
	public OutboundBytes bytes(URI address, String accepted) {
		HttpGet request = new HttpGet(address);
		request.setHeader(HttpHeaders.ACCEPT, accepted);
		return join(send(this.questions, request, address));
	}

	/** Posts a form in the same way. */
	public OutboundAnswer post(URI address, Map<String, String> form) {
		List<NameValuePair> fields = form.entrySet()
			.stream()
			.<NameValuePair>map((field) -> new BasicNameValuePair(field.getKey(), field.getValue()))
			.toList();
		HttpPost request = new HttpPost(address);
		request.setEntity(new StringEntity(WWWFormCodec.format(fields, StandardCharsets.UTF_8), FORM));
		return join(send(this.deliveries, request, address)).text();
	}

	/**
	 * Says why this server would not ask the address, or nothing: a name that nobody
	 * knows yet may become known.
	 */
	public Optional<String> problem(URI address) {
		if (!speaks(address)) {
			return Optional.of("expected an https address");
		}
		boolean refused = join(this.questions.begin(() -> isRefused(address.getHost()), () -> {
		}));
		return refused ? Optional.of("it leads to an address that this server does not go to") : Optional.empty();
	}

	@Override
	public void destroy() throws IOException {
		this.questions.stop();
		this.deliveries.stop();
		this.http.close();
	}

	private CompletableFuture<OutboundBytes> send(OutboundWork work, HttpUriRequestBase request, URI address) {
		return speaks(address) ? work.begin(() -> this.http.execute(request, OutboundHttp::read), request::cancel)
				: CompletableFuture.failedFuture(new OutboundFailed("expected an https address", null));
	}

	private boolean speaks(URI address) {
		boolean here = this.internal && address.getHost() != null && THIS_MACHINE.contains(address.getHost());
		return address.getHost() != null && address.getRawUserInfo() == null
				&& ("https".equals(address.getScheme()) || (here && "http".equals(address.getScheme())));
	}

	private boolean isRefused(String host) {
		try {
			this.addresses.resolve(host);
			return false;
		}
		catch (ReachableAddresses.AddressRefused ex) {
			return true;
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

	private static <T> T join(CompletableFuture<T> answer) {
		try {
			return answer.join();
		}
		catch (CompletionException ex) {
			throw new OutboundFailed("no usable answer", ex);
		}
	}

}
