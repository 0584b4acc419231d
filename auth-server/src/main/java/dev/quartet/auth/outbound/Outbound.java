package dev.quartet.auth.outbound;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Asks addresses that clients registered: their keys, their redirect URIs, their logout
 * endpoint. Whoever registers such an address must gain nothing by it (RFC 7591 §5, RFC
 * 8414 §6.2): https only, never an address of this server's own network, no redirects, 5
 * seconds in total, 64 KiB.
 */
@Component
public class Outbound implements DisposableBean {

	private static final int AT_ONCE = 16;

	private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

	private final ThreadPoolExecutor work = new ThreadPoolExecutor(0, AT_ONCE, 1, TimeUnit.MINUTES,
			new SynchronousQueue<>(), Outbound::thread);

	private final ReachableAddresses addresses;

	private final CloseableHttpClient http;

	private final boolean internal;

	private final Duration timeout;

	@Autowired
	Outbound(OutboundSettings settings) {
		this(settings, SystemDefaultDnsResolver.INSTANCE);
	}

	Outbound(OutboundSettings settings, DnsResolver names) {
		this.internal = settings.internalAddresses();
		this.timeout = settings.timeout();
		this.addresses = new ReachableAddresses(names, this.internal);
		this.http = OutboundHttp.client(this.addresses, this.timeout, AT_ONCE);
	}

	public OutboundAnswer get(URI address) {
		return send(new HttpGet(address), address);
	}

	public OutboundAnswer post(URI address, Map<String, String> form) {
		List<NameValuePair> fields = form.entrySet()
			.stream()
			.<NameValuePair>map((field) -> new BasicNameValuePair(field.getKey(), field.getValue()))
			.toList();
		HttpPost request = new HttpPost(address);
		request.setEntity(new UrlEncodedFormEntity(fields, StandardCharsets.UTF_8));
		return send(request, address);
	}

	/**
	 * Says why this server would not ask the address, or nothing: a name that nobody
	 * knows yet may become known.
	 */
	public Optional<String> problem(URI address) {
		if (!speaks(address)) {
			return Optional.of("expected an https address");
		}
		boolean refused = within(() -> isRefused(address.getHost()), () -> {
		});
		return refused ? Optional.of("it leads to an address that this server does not go to") : Optional.empty();
	}

	@Override
	public void destroy() throws IOException {
		this.work.shutdownNow();
		this.http.close();
	}

	private OutboundAnswer send(HttpUriRequestBase request, URI address) {
		if (!speaks(address)) {
			throw new OutboundFailed("expected an https address", null);
		}
		return within(() -> this.http.execute(request, OutboundHttp::read), request::cancel);
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

	// Looking up a name, the handshake and a body that trickles all count.
	private <T> T within(Callable<T> asking, Runnable cancel) {
		try {
			Future<T> answer = this.work.submit(asking);
			try {
				return answer.get(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
			}
			finally {
				if (!answer.isDone()) {
					cancel.run();
					answer.cancel(true);
				}
			}
		}
		catch (ExecutionException | TimeoutException | RejectedExecutionException ex) {
			throw new OutboundFailed("no usable answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new OutboundFailed("interrupted", ex);
		}
	}

	private static Thread thread(Runnable task) {
		Thread thread = new Thread(task, "outbound");
		thread.setDaemon(true);
		return thread;
	}

}
