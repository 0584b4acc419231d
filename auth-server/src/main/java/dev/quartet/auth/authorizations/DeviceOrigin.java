package dev.quartet.auth.authorizations;

import java.time.Instant;

/**
 * Says from where and when a device asked: the person who is to answer must be able to
 * tell her own device from somebody else's (RFC 8628 §5.4).
 *
 * @param address the network address that the request came from
 */
public record DeviceOrigin(String address, Instant at) {

}
