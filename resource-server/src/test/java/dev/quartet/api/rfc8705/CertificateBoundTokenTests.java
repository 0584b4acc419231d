package dev.quartet.api.rfc8705;

import java.nio.file.Path;
import java.security.cert.X509Certificate;

import dev.quartet.api.access.proof.CheckedApi;
import dev.quartet.api.access.proof.Confirmation;
import dev.quartet.api.access.proof.ProofRefused;
import dev.quartet.api.access.proof.Scheme;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** RFC 8705 §3: tokens that are bound to a client certificate. */
class CertificateBoundTokenTests {

	private static final String HEADER = "Client-Cert";

	private static final String PROXY = "10.1.2.3";

	@TempDir
	private static Path folder;

	private static ClientCertificate mine;

	private static ClientCertificate thief;

	private final CheckedApi direct = CheckedApi.withCertificates("");

	private final CheckedApi proxied = CheckedApi.withCertificates(HEADER, "10.0.0.0/8", "fd00::/8");

	@BeforeAll
	static void generate() {
		mine = ClientCertificate.in(folder, "mine");
		thief = ClientCertificate.in(folder, "thief");
	}

	@Test
	void acceptsTheCertificateOfTheConnection() {
		accepts(direct, connected(mine));
	}

	@Test
	void refusesAnotherCertificateAndNone() {
		refuses(direct, connected(thief), "another client certificate");
		refuses(direct, CheckedApi.request(), "needs the client certificate");
		MockHttpServletRequest empty = CheckedApi.request();
		empty.setAttribute("jakarta.servlet.request.X509Certificate", new X509Certificate[0]);
		refuses(direct, empty, "needs the client certificate");
	}

	@Test
	void refusesSuchTokensWhereTheyAreOff() {
		refuses(CheckedApi.start(), connected(mine), "not supported");
		assertThat(CheckedApi.start().proofs().takesCertificates()).isFalse();
		assertThat(direct.proofs().takesCertificates()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { PROXY, "fd00::1" })
	void acceptsWhatATrustedProxySays(String proxy) {
		accepts(proxied, sent(proxy, mine.escapedPem()));
		accepts(proxied, sent(proxy, mine.byteSequence()));
	}

	@Test
	void refusesAnotherCertificateFromTheProxy() {
		refuses(proxied, sent(PROXY, thief.escapedPem()), "another client certificate");
		refuses(proxied, sent(PROXY, thief.byteSequence()), "another client certificate");
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "11.0.0.1", "192.168.0.1", "fe80::1", "::1" })
	void ignoresTheHeaderFromElsewhere(String address) {
		refuses(proxied, sent(address, mine.escapedPem()), "needs the client certificate");
		refuses(proxied, sent(address, mine.byteSequence()), "needs the client certificate");
	}

	@Test
	void ignoresTheHeaderWhereNoneIsNamed() {
		refuses(direct, sent(PROXY, mine.escapedPem()), "needs the client certificate");
	}

	@Test
	void believesNoForwardedAddress() {
		MockHttpServletRequest request = sent("11.0.0.1", mine.escapedPem());
		request.addHeader("X-Forwarded-For", PROXY);
		refuses(proxied, request, "needs the client certificate");
		HttpServletRequest forwarded = CheckedApi.forwarded(request);
		assertThat(forwarded.getRemoteAddr()).isEqualTo(PROXY);
		refuses(proxied, forwarded, "needs the client certificate");
	}

	@Test
	void takesTheProxysOwnCertificateForNobodys() {
		MockHttpServletRequest request = connected(mine);
		request.setRemoteAddr(PROXY);
		refuses(proxied, request, "needs the client certificate");
	}

	@Test
	void refusesTwoHeaders() {
		MockHttpServletRequest request = sent(PROXY, mine.escapedPem());
		request.addHeader(HEADER, mine.escapedPem());
		refuses(proxied, request, "needs the client certificate");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ":", "::", ":A:", ":AAAA", "AAAA:", ":****:", ":AAAA:, :AAAA:", "%", "%zz",
			"-----BEGIN CERTIFICATE-----", "-----BEGIN CERTIFICATE----------END CERTIFICATE-----",
			"-----BEGIN%20CERTIFICATE-----%0AA%0A-----END%20CERTIFICATE-----",
			"-----BEGIN%20PRIVATE%20KEY-----%0AAAAA%0A-----END%20PRIVATE%20KEY-----" })
	void refusesAMalformedHeader(String value) {
		ProofRefused refused = proxied.refusal(sent(PROXY, value), Scheme.BEARER, bound());
		assertThat(refused.error()).isEqualTo("invalid_token");
	}

	@Test
	void refusesTwoCertificatesInOneHeader() {
		refuses(proxied, sent(PROXY, mine.escapedPem() + thief.escapedPem()), "needs the client certificate");
	}

	@Test
	void demandsBothWhereATokenIsBoundToBoth() {
		Confirmation both = new Confirmation(CheckedApi.BOUND.jkt(), mine.thumbprint());
		assertThat(direct.refusal(connected(mine), Scheme.BEARER, both).description()).contains("scheme DPoP");
		assertThat(direct.refusal(connected(mine), Scheme.DPOP, both).error()).isEqualTo("invalid_dpop_proof");
		MockHttpServletRequest other = connected(thief);
		other.addHeader("DPoP", direct.proof().mint());
		assertThat(direct.refusal(other, Scheme.DPOP, both).error()).isEqualTo("invalid_token");
		MockHttpServletRequest right = connected(mine);
		right.addHeader("DPoP", direct.proof().mint());
		assertThat(direct.proofs().check(right, Scheme.DPOP, CheckedApi.TOKEN, both, CheckedApi.SUBJECT)).isEmpty();
	}

	private static MockHttpServletRequest connected(ClientCertificate client) {
		MockHttpServletRequest request = CheckedApi.request();
		request.setAttribute("jakarta.servlet.request.X509Certificate", new X509Certificate[] { client.certificate() });
		return request;
	}

	private static MockHttpServletRequest sent(String from, String value) {
		MockHttpServletRequest request = CheckedApi.request();
		request.setRemoteAddr(from);
		request.addHeader(HEADER, value);
		return request;
	}

	private static Confirmation bound() {
		return new Confirmation(null, mine.thumbprint());
	}

	private static void accepts(CheckedApi api, MockHttpServletRequest request) {
		assertThat(api.proofs().check(request, Scheme.BEARER, CheckedApi.TOKEN, bound(), CheckedApi.SUBJECT)).isEmpty();
	}

	private static void refuses(CheckedApi api, HttpServletRequest request, String why) {
		ProofRefused refused = api.refusal(request, Scheme.BEARER, bound());
		assertThat(refused.error()).isEqualTo("invalid_token");
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.description()).contains(why);
	}

}
