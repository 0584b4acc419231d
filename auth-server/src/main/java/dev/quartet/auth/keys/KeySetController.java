package dev.quartet.auth.keys;

import java.time.Duration;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the key set (RFC 7517 §5), made once for each change of the keys. */
@RestController
@ConditionalOnWebApplication
class KeySetController {

	static final String PATH = "/oauth2/jwks";

	// A revoked key has to be gone within seconds behind a cache, too.
	private static final CacheControl CACHE = CacheControl.maxAge(Duration.ofSeconds(10)).cachePublic();

	private final KeyRing keys;

	KeySetController(KeyRing keys) {
		this.keys = keys;
	}

	@GetMapping(PATH)
	ResponseEntity<byte[]> keySet() {
		KeyDocument document = this.keys.document();
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.cacheControl(CACHE)
			.eTag(document.etag())
			.body(document.bytes());
	}

}
