package dev.quartet.api.rfc8705;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Is a key with a certificate that signs itself, in a file.
 *
 * @param file a PKCS12 store
 * @param store what is in it
 */
record ClientCertificate(Path file, KeyStore store) {

	static final String PASSWORD = "changeit";

	private static final String KEYTOOL = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();

	static ClientCertificate in(Path folder, String name) {
		Path file = folder.resolve(name + ".p12");
		ProcessBuilder keytool = new ProcessBuilder(KEYTOOL, "-genkeypair", "-alias", name, "-keyalg", "EC",
				"-groupname", "secp256r1", "-dname", "CN=" + name, "-ext", "san=dns:localhost,ip:127.0.0.1",
				"-validity", "1", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD);
		try {
			assertThat(keytool.inheritIO().start().waitFor()).isZero();
			return new ClientCertificate(file, KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()));
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		catch (GeneralSecurityException failure) {
			throw new IllegalStateException(failure);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	X509Certificate certificate() {
		try {
			return (X509Certificate) store.getCertificate(store.aliases().nextElement());
		}
		catch (GeneralSecurityException failure) {
			throw new IllegalStateException(failure);
		}
	}

	KeyManager[] keys() throws GeneralSecurityException {
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, PASSWORD.toCharArray());
		return keys.getKeyManagers();
	}

	/** Answers how a token names it (RFC 8705 §3.1). */
	String thumbprint() {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(encoded());
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (GeneralSecurityException failure) {
			throw new IllegalStateException(failure);
		}
	}

	/** Spells it as nginx does in {@code $ssl_client_escaped_cert}. */
	String escapedPem() {
		String lines = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(encoded());
		String pem = "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
		return URLEncoder.encode(pem, StandardCharsets.UTF_8).replace("+", "%20");
	}

	/** Spells it as RFC 9440 §2.1 does. */
	String byteSequence() {
		return ":" + Base64.getEncoder().encodeToString(encoded()) + ":";
	}

	private byte[] encoded() {
		try {
			return certificate().getEncoded();
		}
		catch (GeneralSecurityException failure) {
			throw new IllegalStateException(failure);
		}
	}

}
