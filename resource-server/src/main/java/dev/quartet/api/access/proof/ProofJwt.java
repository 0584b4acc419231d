package dev.quartet.api.access.proof;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

import com.nimbusds.jose.util.Base64URL;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Is a proof as it was sent: taken apart strictly, but not believed yet. */
final class ProofJwt {

	private static final int LONGEST = 4 * 1024;

	private static final int DEEPEST = 4;

	private static final String MALFORMED = "The proof is not one well-formed JWT";

	private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

	private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
	};

	// Two members of one name could be read differently by somebody else.
	private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
		.build());

	private final Map<String, Object> header;

	private final Map<String, Object> claims;

	private final byte[] signed;

	private final Base64URL signature;

	private ProofJwt(Map<String, Object> header, Map<String, Object> claims, byte[] signed, Base64URL signature) {
		this.header = header;
		this.claims = claims;
		this.signed = signed;
		this.signature = signature;
	}

	static ProofJwt parse(String text) {
		if (text.length() > LONGEST) {
			throw ProofRefused.badProof("The proof is longer than " + LONGEST + " characters");
		}
		if (!COMPACT.matcher(text).matches()) {
			throw ProofRefused.badProof(MALFORMED);
		}
		int first = text.indexOf('.');
		int last = text.lastIndexOf('.');
		return new ProofJwt(object(text.substring(0, first)), object(text.substring(first + 1, last)),
				text.substring(0, last).getBytes(StandardCharsets.US_ASCII), new Base64URL(text.substring(last + 1)));
	}

	Map<String, Object> header() {
		return header;
	}

	Map<String, Object> claims() {
		return claims;
	}

	byte[] signed() {
		return signed;
	}

	Base64URL signature() {
		return signature;
	}

	private static Map<String, Object> object(String part) {
		try {
			String json = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
			Map<String, Object> members = JSON.readValue(json, OBJECT);
			if (members == null) {
				throw ProofRefused.badProof(MALFORMED);
			}
			return members;
		}
		catch (JacksonException | IllegalArgumentException malformed) {
			throw ProofRefused.badProof(MALFORMED);
		}
	}

}
