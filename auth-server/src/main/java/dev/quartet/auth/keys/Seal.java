package dev.quartet.auth.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Seals private keys with AES-256-GCM, each bound to its own key id. */
class Seal {

	private static final byte VERSION = 1;

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final SecretKey key;

	private final SecureRandom random;

	Seal(KeySecret secret, SecureRandom random) {
		this.key = secret.derive("signing-keys", "AES");
		this.random = random;
	}

	byte[] seal(String kid, String clear) {
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		try {
			byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, kid).doFinal(clear.getBytes(StandardCharsets.UTF_8));
			return ByteBuffer.allocate(1 + nonce.length + sealed.length).put(VERSION).put(nonce).put(sealed).array();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("AES-GCM is not available", ex);
		}
	}

	String open(String kid, byte[] sealed) {
		ByteBuffer buffer = ByteBuffer.wrap(sealed);
		byte version = buffer.get();
		byte[] nonce = new byte[NONCE_BYTES];
		buffer.get(nonce);
		byte[] body = new byte[buffer.remaining()];
		buffer.get(body);
		try {
			if (version != VERSION) {
				throw new AEADBadTagException("unknown version");
			}
			return new String(cipher(Cipher.DECRYPT_MODE, nonce, kid).doFinal(body), StandardCharsets.UTF_8);
		}
		catch (AEADBadTagException ex) {
			throw new KeySecretMissing(
					"QUARTET_KEY_SECRET is not the one that sealed the signing keys in this database. Start with the secret of the first start.");
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("AES-GCM is not available", ex);
		}
	}

	private Cipher cipher(int mode, byte[] nonce, String kid) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

}
