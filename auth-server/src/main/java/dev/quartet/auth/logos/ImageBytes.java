package dev.quartet.auth.logos;

/** Reads numbers and texts out of a picture; beyond its end is nothing but zeros. */
final class ImageBytes {

	private final byte[] image;

	ImageBytes(byte[] image) {
		this.image = image.clone();
	}

	int length() {
		return this.image.length;
	}

	int at(int position) {
		return (position >= 0 && position < this.image.length) ? Byte.toUnsignedInt(this.image[position]) : 0;
	}

	/** Whether exactly these bytes, one a character, stand there. */
	boolean says(int position, String text) {
		boolean same = position + text.length() <= this.image.length;
		for (int i = 0; same && i < text.length(); i++) {
			same = at(position + i) == text.charAt(i);
		}
		return same;
	}

	long bigEndian(int position, int bytes) {
		long number = 0;
		for (int i = 0; i < bytes; i++) {
			number = number << Byte.SIZE | at(position + i);
		}
		return number;
	}

	long littleEndian(int position, int bytes) {
		long number = 0;
		for (int i = bytes - 1; i >= 0; i--) {
			number = number << Byte.SIZE | at(position + i);
		}
		return number;
	}

}
