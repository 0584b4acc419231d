package dev.quartet.app.outbound;

import java.net.Socket;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

import org.jspecify.annotations.Nullable;

/** Trusts the servers that either of two others trusts, and no client. */
final class CombinedTrust extends X509ExtendedTrustManager {

	private final X509ExtendedTrustManager first;

	private final X509ExtendedTrustManager second;

	CombinedTrust(X509ExtendedTrustManager first, X509ExtendedTrustManager second) {
		this.first = first;
		this.second = second;
	}

	/** Trusts what Java trusts and what others add to it. */
	static CombinedTrust ofJavaAnd(TrustManager... others) {
		try {
			TrustManagerFactory java = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			java.init((@Nullable KeyStore) null);
			return new CombinedTrust(only(java.getTrustManagers()), only(others));
		}
		catch (NoSuchAlgorithmException | KeyStoreException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static X509ExtendedTrustManager only(TrustManager... managers) {
		return Stream.of(managers)
			.filter(X509ExtendedTrustManager.class::isInstance)
			.map(X509ExtendedTrustManager.class::cast)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No trust manager for X.509"));
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
		either((trust) -> trust.checkServerTrusted(chain, type));
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
			throws CertificateException {
		either((trust) -> trust.checkServerTrusted(chain, type, socket));
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
			throws CertificateException {
		either((trust) -> trust.checkServerTrusted(chain, type, engine));
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
		throw new CertificateException("There are no clients here");
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
			throws CertificateException {
		checkClientTrusted(chain, type);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
			throws CertificateException {
		checkClientTrusted(chain, type);
	}

	@Override
	public X509Certificate[] getAcceptedIssuers() {
		return Stream.of(this.first, this.second)
			.flatMap((trust) -> Stream.of(trust.getAcceptedIssuers()))
			.toArray(X509Certificate[]::new);
	}

	private void either(Check check) throws CertificateException {
		try {
			check.by(this.first);
		}
		catch (CertificateException refused) {
			try {
				check.by(this.second);
			}
			catch (CertificateException ex) {
				ex.addSuppressed(refused);
				throw ex;
			}
		}
	}

	/** Asks one of the two. */
	@FunctionalInterface
	private interface Check {

		void by(X509ExtendedTrustManager trust) throws CertificateException;

	}

}
