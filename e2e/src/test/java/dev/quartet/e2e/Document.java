package dev.quartet.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Is a page of the documentation, with the code that its readers copy. */
record Document(String text) {

	static Document named(String name) {
		try {
			return new Document(Files.readString(Path.of("..", "docs", name)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The code blocks of a language, in their order, without their indentation. */
	List<String> blocks(String language) {
		return Pattern.compile("^( *)```" + language + "\\n(.*?)^ *```$", Pattern.MULTILINE | Pattern.DOTALL)
			.matcher(this.text)
			.results()
			.map((block) -> Pattern.compile("^" + block.group(1), Pattern.MULTILINE)
				.matcher(block.group(2))
				.replaceAll(""))
			.toList();
	}

	/** The same with one passage changed. */
	Document with(String passage, String other) {
		if (!this.text.contains(passage)) {
			throw new AssertionError("The page does not say " + passage);
		}
		return new Document(this.text.replace(passage, other));
	}

}
