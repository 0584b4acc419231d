package dev.quartet.auth.logos;

/** Is how large a picture says that it is; 0 where it does not say. */
record ImageSize(long width, long height) {

	private static final ImageSize UNKNOWN = new ImageSize(0, 0);

	private static final int START_OF_SCAN = 0xda;

	/** Its frame header is one of the segments before the first scan (T.81 §B.2.2). */
	static ImageSize ofJpeg(ImageBytes bytes) {
		int position = 2;
		while (position < bytes.length() && bytes.at(position) == 0xff && bytes.at(position + 1) != START_OF_SCAN) {
			if (isFrameHeader(bytes.at(position + 1))) {
				return new ImageSize(bytes.bigEndian(position + 7, 2), bytes.bigEndian(position + 5, 2));
			}
			position += 2 + (int) bytes.bigEndian(position + 2, 2);
		}
		return UNKNOWN;
	}

	/** It is lossy, lossless or extended (RFC 9649 §2.5 to §2.7). */
	static ImageSize ofWebp(ImageBytes bytes) {
		if (bytes.says(12, "VP8 ") && bytes.says(23, "\u009d\u0001*")) {
			return new ImageSize(bytes.littleEndian(26, 2) & 0x3fff, bytes.littleEndian(28, 2) & 0x3fff);
		}
		if (bytes.says(12, "VP8L") && bytes.says(20, "/")) {
			long bits = bytes.littleEndian(21, 4);
			return new ImageSize((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
		}
		return bytes.says(12, "VP8X") ? new ImageSize(bytes.littleEndian(24, 3) + 1, bytes.littleEndian(27, 3) + 1)
				: UNKNOWN;
	}

	// Three numbers in between mean something else.
	private static boolean isFrameHeader(int marker) {
		return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
	}

}
