package dev.quartet.auth.logos;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says what a picture is by its own bytes, whatever its server calls it: of the kinds
 * that every browser shows, and of none that can run or load anything (no SVG, no HTML).
 */
enum ImageKind {

	PNG("image/png"), JPEG("image/jpeg"), WEBP("image/webp"), GIF("image/gif");

	/** What a browser needs for a picture grows with this, and not with its bytes. */
	private static final int LONGEST_SIDE = 2048;

	private static final String PNG_BEGINS = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR";

	private static final String JPEG_BEGINS = "\u00ff\u00d8\u00ff";

	private final String mediaType;

	ImageKind(String mediaType) {
		this.mediaType = mediaType;
	}

	/** Is empty for what is no such picture, or is too large to be a logo. */
	static Optional<ImageKind> of(byte[] image) {
		ImageBytes bytes = new ImageBytes(image);
		return Arrays.stream(values())
			.filter((kind) -> kind.begins(bytes))
			.filter((kind) -> isSane(kind.size(bytes)))
			.findFirst();
	}

	/** The kinds as a client asks for them (RFC 9110 §12.5.1). */
	static String accepted() {
		return Arrays.stream(values()).map(ImageKind::mediaType).collect(Collectors.joining(", "));
	}

	String mediaType() {
		return this.mediaType;
	}

	private boolean begins(ImageBytes bytes) {
		return switch (this) {
			case PNG -> bytes.says(0, PNG_BEGINS);
			case JPEG -> bytes.says(0, JPEG_BEGINS);
			case WEBP -> bytes.says(0, "RIFF") && bytes.says(8, "WEBP");
			case GIF -> bytes.says(0, "GIF87a") || bytes.says(0, "GIF89a");
		};
	}

	private ImageSize size(ImageBytes bytes) {
		return switch (this) {
			case PNG -> new ImageSize(bytes.bigEndian(16, 4), bytes.bigEndian(20, 4));
			case JPEG -> ImageSize.ofJpeg(bytes);
			case WEBP -> ImageSize.ofWebp(bytes);
			case GIF -> new ImageSize(bytes.littleEndian(6, 2), bytes.littleEndian(8, 2));
		};
	}

	private static boolean isSane(ImageSize size) {
		return size.width() > 0 && size.width() <= LONGEST_SIDE && size.height() > 0 && size.height() <= LONGEST_SIDE;
	}

}
