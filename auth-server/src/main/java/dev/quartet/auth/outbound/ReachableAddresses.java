package dev.quartet.auth.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import org.apache.hc.client5.http.DnsResolver;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * Decides which addresses this server may connect to.
 *
 * <p>
 * The connection goes to the very addresses that were looked at here: a name that means
 * something else a moment later (DNS rebinding) gains nothing. A name of which only one
 * address is inside is refused as a whole.
 */
final class ReachableAddresses implements DnsResolver {

	/** Carry IPv4 addresses, or belonged to sites, which the filter does not look for. */
	private static final String[] TUNNELS = { "::/96", "2002::/16", "64:ff9b:1::/48", "fec0::/10" };

	/** Link-local ones are missing on purpose: clouds answer there with their secrets. */
	private static final String[] OWN_NETWORK = { "127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12",
			"192.168.0.0/16", "fc00::/7" };

	private final DnsResolver names;

	private final InetAddressFilter reachable;

	ReachableAddresses(DnsResolver names, boolean internal) {
		InetAddressFilter external = InetAddressFilter.externalAddresses().andNot(TUNNELS);
		this.names = names;
		this.reachable = internal ? external.or(OWN_NETWORK) : external;
	}

	@Override
	public InetAddress[] resolve(String host) throws UnknownHostException {
		InetAddress[] addresses = this.names.resolve(host);
		if (addresses.length == 0 || !Arrays.stream(addresses).allMatch(this.reachable::matches)) {
			throw new AddressRefused(host);
		}
		return addresses;
	}

	@Override
	public String resolveCanonicalHostname(String host) {
		return host;
	}

	/** Tells that a name leads to where this server does not go. */
	static final class AddressRefused extends UnknownHostException {

		private static final long serialVersionUID = 1;

		AddressRefused(String host) {
			super(host);
		}

	}

}
