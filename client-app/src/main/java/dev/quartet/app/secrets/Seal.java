package dev.quartet.app.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

import org.springframework.stereotype.Component;

/** Seals text with AES-256-GCM, bound to where it is kept. */
@Component
public final class Seal {

	private static final byte VERSION = 1;

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final SecretKey key;

	private final SecureRandom random;

	Seal(KeySecret secret, SecureRandom random) {
		this.key = secret.derive("seal", "AES");
		this.random = random;
	}

	/**
	 * Seals a text for one place.
	 * @param place names the table, row and column; what is moved elsewhere does not open
	 */
	public byte[] seal(String place, String clear) {
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		try {
			byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(clear.getBytes(StandardCharsets.UTF_8));
			return ByteBuffer.allocate(1 + nonce.length + sealed.length).put(VERSION).put(nonce).put(sealed).array();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("AES-GCM is not available", ex);
		}
	}

	/**
	 * The text; empty when it was sealed for another place, by another secret or changed.
	 */
	public Optional<String> open(String place, byte[] sealed) {
		if (sealed.length <= NONCE_BYTES || sealed[0] != VERSION) {
			return Optional.empty();
		}
		ByteBuffer buffer = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
		byte[] nonce = new byte[NONCE_BYTES];
		buffer.get(nonce);
		byte[] body = new byte[buffer.remaining()];
		buffer.get(body);
		try {
			return Optional
				.of(new String(cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(body), StandardCharsets.UTF_8));
		}
		catch (AEADBadTagException ex) {
			return Optional.empty();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("AES-GCM is not available", ex);
		}
	}

	private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

}
