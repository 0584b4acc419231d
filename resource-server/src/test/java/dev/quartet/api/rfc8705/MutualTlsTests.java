package dev.quartet.api.rfc8705;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import dev.quartet.api.access.proof.CheckedApi;
import dev.quartet.api.access.proof.Confirmation;
import dev.quartet.api.access.proof.ProofRefused;
import dev.quartet.api.access.proof.Scheme;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServer;

import static org.assertj.core.api.Assertions.assertThat;

/** RFC 8705 §3 over real connections: a server that asks for a client certificate. */
class MutualTlsTests {

	@TempDir
	private static Path folder;

	private static ClientCertificate server;

	private static ClientCertificate mine;

	private static ClientCertificate thief;

	private static WebServer web;

	@BeforeAll
	static void start() throws GeneralSecurityException, IOException {
		server = ClientCertificate.in(folder, "localhost");
		mine = ClientCertificate.in(folder, "mine");
		thief = ClientCertificate.in(folder, "thief");
		Ssl ssl = new Ssl();
		ssl.setClientAuth(Ssl.ClientAuth.WANT);
		ssl.setKeyStore(server.file().toString());
		ssl.setKeyStorePassword(ClientCertificate.PASSWORD);
		ssl.setTrustStore(trustStore().toString());
		ssl.setTrustStorePassword(ClientCertificate.PASSWORD);
		TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(0);
		tomcat.setAddress(InetAddress.getLoopbackAddress());
		tomcat.setSsl(ssl);
		web = tomcat.getWebServer((context) -> context.addServlet("api", new GuardedApi()).addMapping("/*"));
		web.start();
	}

	@AfterAll
	static void stop() {
		web.stop();
	}

	@Test
	void acceptsTheRightCertificate() throws GeneralSecurityException, IOException, InterruptedException {
		assertThat(call(mine.keys()).statusCode()).isEqualTo(200);
	}

	@Test
	void refusesAnotherCertificate() throws GeneralSecurityException, IOException, InterruptedException {
		HttpResponse<String> answer = call(thief.keys());
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.body()).isEqualTo("The token is bound to another client certificate");
	}

	@Test
	void refusesAConnectionWithoutACertificate() throws GeneralSecurityException, IOException, InterruptedException {
		HttpResponse<String> answer = call(null);
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.body()).isEqualTo("The token needs the client certificate that it is bound to");
	}

	private static HttpResponse<String> call(KeyManager @Nullable [] keys)
			throws GeneralSecurityException, IOException, InterruptedException {
		KeyStore trusted = store();
		trusted.setCertificateEntry("localhost", server.certificate());
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		SSLContext tls = SSLContext.getInstance("TLS");
		tls.init(keys, trust.getTrustManagers(), null);
		HttpClient http = HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1).build();
		URI address = URI.create("https://localhost:" + web.getPort() + "/notes");
		return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
	}

	private static Path trustStore() throws GeneralSecurityException, IOException {
		KeyStore trusted = store();
		trusted.setCertificateEntry("mine", mine.certificate());
		trusted.setCertificateEntry("thief", thief.certificate());
		Path file = folder.resolve("trusted.p12");
		try (OutputStream out = Files.newOutputStream(file)) {
			trusted.store(out, ClientCertificate.PASSWORD.toCharArray());
		}
		return file;
	}

	private static KeyStore store() throws GeneralSecurityException, IOException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		return store;
	}

	/** Answers whoever may use the token that is bound to the certificate "mine". */
	private static final class GuardedApi extends HttpServlet {

		private static final long serialVersionUID = 1;

		private final transient CheckedApi api = CheckedApi.withCertificates("");

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
			Confirmation bound = new Confirmation(null, mine.thumbprint());
			try {
				api.proofs()
					.check(request, Scheme.BEARER, CheckedApi.TOKEN, bound, CheckedApi.SUBJECT)
					.forEach(response::setHeader);
				response.getWriter().print("Hello");
			}
			catch (ProofRefused refused) {
				response.setStatus(refused.status());
				response.getWriter().print(refused.description());
			}
		}

	}

}
