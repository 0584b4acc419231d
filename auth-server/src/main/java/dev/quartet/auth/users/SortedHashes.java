package dev.quartet.auth.users;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds a line in a file of <code>HASH:count</code> lines that are sorted by hash,
 * however large it is.
 */
final class SortedHashes implements Closeable {

	/** Longer than any line: a hash, a colon, a count and the end of the line. */
	private static final int LONGEST_LINE = 80;

	private static final int PROBES = 64;

	private static final Pattern LINE = Pattern.compile("[0-9A-F]{40}(:[0-9]+)?");

	private final FileChannel file;

	private SortedHashes(FileChannel file) {
		this.file = file;
	}

	static SortedHashes open(Path path) throws IOException {
		return new SortedHashes(FileChannel.open(path, StandardOpenOption.READ));
	}

	boolean contains(String hash) throws IOException {
		long low = 0;
		long high = this.file.size();
		while (low < high) {
			Line line = lineAt((low + high) >>> 1);
			int order = hash.compareTo(line.hash());
			if (order == 0) {
				return true;
			}
			if (order < 0) {
				high = line.start();
			}
			else {
				low = line.end();
			}
		}
		return false;
	}

	/** Says why no search in it can be trusted, from a look at some of its lines. */
	Optional<String> problem() throws IOException {
		long size = this.file.size();
		if (size == 0) {
			return Optional.of("it is empty");
		}
		String before = "";
		for (int probe = 0; probe <= PROBES; probe++) {
			Line line = lineAt(Math.min(size - 1, size / PROBES * probe));
			if (!LINE.matcher(line.text()).matches()) {
				return Optional.of("not each line is HASH:count, with a SHA-1 in hexadecimal digits");
			}
			if (before.compareTo(line.hash()) > 0) {
				return Optional.of("its lines are not sorted by hash");
			}
			before = line.hash();
		}
		return Optional.empty();
	}

	private Line lineAt(long position) throws IOException {
		long from = Math.max(0, position - LONGEST_LINE);
		String window = read(from);
		int here = (int) (position - from);
		// the end of a line belongs to it
		int start = window.lastIndexOf('\n', here - 1) + 1;
		int end = window.indexOf('\n', here);
		int next = (end < 0) ? window.length() : end + 1;
		return new Line(from + start, from + next, window.substring(start, next).strip().toUpperCase(Locale.ROOT));
	}

	private String read(long from) throws IOException {
		ByteBuffer window = ByteBuffer.allocate(2 * LONGEST_LINE);
		while (window.hasRemaining() && this.file.read(window, from + window.position()) >= 0) {
			// one read may give less than there is
		}
		return new String(window.array(), 0, window.position(), StandardCharsets.ISO_8859_1);
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

	/** Is one line and where it stands. */
	private record Line(long start, long end, String text) {

		private String hash() {
			return this.text.split(":", 2)[0];
		}

	}

}
