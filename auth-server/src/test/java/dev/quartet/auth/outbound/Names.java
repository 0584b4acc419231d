package dev.quartet.auth.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.hc.client5.http.DnsResolver;

/** Is a directory of names that says something else each time, as an attacker's may. */
final class Names implements DnsResolver {

	private final Deque<String> addresses;

	private final AtomicInteger asked = new AtomicInteger();

	private Names(List<String> addresses) {
		this.addresses = new ArrayDeque<>(addresses);
	}

	/** The last one stays. */
	static Names answering(String... addresses) {
		return new Names(List.of(addresses));
	}

	int asked() {
		return this.asked.get();
	}

	@Override
	public synchronized InetAddress[] resolve(String host) throws UnknownHostException {
		this.asked.incrementAndGet();
		String address = (this.addresses.size() > 1) ? this.addresses.removeFirst() : this.addresses.getFirst();
		return InetAddress.getAllByName(address);
	}

	@Override
	public String resolveCanonicalHostname(String host) {
		return host;
	}

}
