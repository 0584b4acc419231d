package dev.quartet.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Is a certificate that signs itself, for this machine's own name and for a day.
 *
 * @param trust trusts this certificate and no other
 */
record LocalhostCertificate(Path certificate, Path key, SSLContext trust) {

	private static final String ALIAS = "localhost";

	private static final String PASSWORD = "changeit";

	private static final String KEYTOOL = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();

	static LocalhostCertificate in(Path folder) {
		Path store = folder.resolve("localhost.p12");
		Command
			.run(folder, KEYTOOL, "-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-groupname", "secp256r1", "-dname",
					"CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1", "-validity", "1", "-storetype", "PKCS12",
					"-keystore", store.toString(), "-storepass", PASSWORD)
			.assertSuccess();
		try {
			KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
			Certificate certificate = keys.getCertificate(ALIAS);
			return new LocalhostCertificate(
					pem(folder.resolve("certificate.pem"), "CERTIFICATE", certificate.getEncoded()),
					pem(folder.resolve("key.pem"), "PRIVATE KEY",
							keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()),
					trusting(certificate));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Path pem(Path file, String what, byte[] encoded) throws IOException {
		String lines = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(encoded);
		return Files.writeString(file, "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, lines));
	}

	private static SSLContext trusting(Certificate certificate) throws IOException, GeneralSecurityException {
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry(ALIAS, certificate);
		TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		managers.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, managers.getTrustManagers(), null);
		return context;
	}

}
