package dev.quartet.app.outbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Adds authorities to those that Java trusts. */
class CombinedTrustTests {

	private static final String ROOT = """
			-----BEGIN CERTIFICATE-----
			MIIBhDCCASugAwIBAgIUXi/3AycNs31ISQyv1eAzkY7NwswwCgYIKoZIzj0EAwIw
			FzEVMBMGA1UEAwwMcm9vdC5leGFtcGxlMCAXDTI2MTEyMTIxMTYzMFoYDzIxMjYx
			MDI4MjExNjMwWjAXMRUwEwYDVQQDDAxyb290LmV4YW1wbGUwWTATBgcqhkjOPQIB
			BggqhkjOPQMBBwNCAARrvneYuF3PxISS9t6sseobek2Ga10UNS8zkOaGRDUexz+2
			xs9hLsq9d0zpfHFKiah/VHJSy7IiWcOuGnuz4Qdio1MwUTAdBgNVHQ4EFgQUF+NJ
			8Pwd3pX58tIzDmhK6pSM9SowHwYDVR0jBBgwFoAUF+NJ8Pwd3pX58tIzDmhK6pSM
			9SowDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiBrzbqYDajn6xZ9
			hsk5v9BFyHTZgbmQFBSBj0gbC6NiDwIgNBnZT81MDTw9jojZt25fQ1ILsvz4qAkn
			Z6EwnwC2ZE8=
			-----END CERTIFICATE-----
			""";

	private static final String BUNDLED = """
			-----BEGIN CERTIFICATE-----
			MIIBizCCATGgAwIBAgIUUBOFKtrkNEIKqvLFGzFcrBR8SacwCgYIKoZIzj0EAwIw
			GjEYMBYGA1UEAwwPYnVuZGxlZC5leGFtcGxlMCAXDTI2MTEyMTIxMTYzMFoYDzIx
			MjYxMDI4MjExNjMwWjAaMRgwFgYDVQQDDA9idW5kbGVkLmV4YW1wbGUwWTATBgcq
			hkjOPQIBBggqhkjOPQMBBwNCAATm1PEbiCfiifw3Un5BdnJ2gYVEoFweYfJMmnf2
			NGRypN3+bjDKTeXGFQZbkRn5IskB9h7zMFOeVAgJtbXDO2dio1MwUTAdBgNVHQ4E
			FgQUX0tzmtOZRbweTIjXauPARsRSgPkwHwYDVR0jBBgwFoAUX0tzmtOZRbweTIjX
			auPARsRSgPkwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEAvaJ1
			Y3SQFIGrVHxJS+76i551QRCtSoL4qLTTFl6fP0UCIAwLSRMCFP8C6qubppyb1Fa4
			ZDR5SZ/HqDDJ2kuWQx8w
			-----END CERTIFICATE-----
			""";

	private static final String STRANGER = """
			-----BEGIN CERTIFICATE-----
			MIIBjjCCATOgAwIBAgIUNwa+UDaV0u8m1qV3fEy8mMSueK0wCgYIKoZIzj0EAwIw
			GzEZMBcGA1UEAwwQc3RyYW5nZXIuZXhhbXBsZTAgFw0yNjExMjEyMTE2MzBaGA8y
			MTI2MTAyODIxMTYzMFowGzEZMBcGA1UEAwwQc3RyYW5nZXIuZXhhbXBsZTBZMBMG
			ByqGSM49AgEGCCqGSM49AwEHA0IABDlXzH5mVnPnr8Aa9XBBHxdCntcVJdNcGulX
			M2shl0ABBsoLUoEh8ZqlKMQigj5bsOo5S/Uslo5XtAI0rorapsqjUzBRMB0GA1Ud
			DgQWBBTc71mTp4umf4qvnA4aSib0ghiouTAfBgNVHSMEGDAWgBTc71mTp4umf4qv
			nA4aSib0ghiouTAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQCC
			esyklCQ/9DJctAUx3fqyKMCJoHXvBP041+sngz/unwIhAOiok8yTZ/HRdJugbTv3
			tUhYv6ZpDL9d65Bnixuz03Pt
			-----END CERTIFICATE-----
			""";

	private static final String TYPE = "ECDHE_ECDSA";

	private final CombinedTrust trust = new CombinedTrust(trusting(certificate(ROOT)), trusting(certificate(BUNDLED)));

	@Test
	void trustsBothAuthorities() {
		for (String text : List.of(ROOT, BUNDLED)) {
			X509Certificate[] chain = { certificate(text) };
			assertThatNoException().isThrownBy(() -> this.trust.checkServerTrusted(chain, TYPE));
		}
	}

	@Test
	void trustsNobodyElse() {
		X509Certificate[] chain = { certificate(STRANGER) };
		assertThatExceptionOfType(CertificateException.class)
			.isThrownBy(() -> this.trust.checkServerTrusted(chain, TYPE));
	}

	@Test
	void trustsNoClient() {
		X509Certificate[] chain = { certificate(ROOT) };
		assertThatExceptionOfType(CertificateException.class)
			.isThrownBy(() -> this.trust.checkClientTrusted(chain, TYPE));
	}

	@Test
	void keepsTheAuthoritiesThatJavaTrusts() {
		X509Certificate bundled = certificate(BUNDLED);
		X509Certificate[] java = trusting(null).getAcceptedIssuers();
		assertThat(java).isNotEmpty().doesNotContain(bundled);
		assertThat(CombinedTrust.ofJavaAnd(trusting(bundled)).getAcceptedIssuers()).contains(java).contains(bundled);
	}

	private static X509ExtendedTrustManager trusting(@Nullable X509Certificate certificate) {
		try {
			KeyStore store = (certificate != null) ? KeyStore.getInstance(KeyStore.getDefaultType()) : null;
			if (store != null) {
				store.load(null, null);
				store.setCertificateEntry("one", certificate);
			}
			TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			factory.init(store);
			return CombinedTrust.only(factory.getTrustManagers());
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static X509Certificate certificate(String text) {
		try {
			return (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (CertificateException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
