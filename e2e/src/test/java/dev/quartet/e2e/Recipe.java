package dev.quartet.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Is a way to protect a service that the documents describe, made into a program from
 * their very text.
 */
enum Recipe {

	SPRING("protect-your-api.md"), FASTAPI("protect-your-api-fastapi.md"),
	FASTAPI_WITH_JOSE("protect-your-api-fastapi.md"), EXPRESS("protect-your-api-express.md");

	private final String page;

	Recipe(String page) {
		this.page = page;
	}

	/** The API as the page declares it to the authorization server. */
	static String seed() {
		return Document.named(SPRING.page).blocks("yaml").get(0);
	}

	Document document() {
		return Document.named(this.page);
	}

	/**
	 * Lays the program into a folder and gives the command that runs it there. Its port
	 * comes as PORT, beside what the page says.
	 */
	List<String> prepare(Path folder) {
		Document document = document();
		return switch (this) {
			case SPRING -> spring(document, folder);
			case FASTAPI -> fastapi(document, folder);
			case FASTAPI_WITH_JOSE -> fastapiWithJose(document, folder);
			case EXPRESS -> express(document, folder);
		};
	}

	private static List<String> spring(Document page, Path folder) {
		return new SpringService(folder).uses(page.blocks("java").get(0), page.blocks("yaml").get(1));
	}

	private static List<String> fastapi(Document page, Path folder) {
		return uvicorn(PythonPackages.required("jwt"), page.blocks("python").get(0), folder);
	}

	private static List<String> fastapiWithJose(Document page, Path folder) {
		Document changed = page;
		for (MatchResult change : Pattern.compile("((?:^-.*\\n)+)((?:^\\+.*\\n)+)", Pattern.MULTILINE)
			.matcher(page.blocks("diff").get(0))
			.results()
			.toList()) {
			changed = changed.with(change.group(1).replaceAll("(?m)^-", ""),
					change.group(2).replaceAll("(?m)^\\+", ""));
		}
		return uvicorn(PythonPackages.required("jose"), changed.blocks("python").get(0), folder);
	}

	private static List<String> uvicorn(String python, String program, Path folder) {
		write(folder.resolve("orders.py"), program);
		return List.of(python, "-c",
				"import os, uvicorn; uvicorn.run('orders:app', host='127.0.0.1', port=int(os.environ['PORT']))");
	}

	private static List<String> express(Document page, Path folder) {
		// Node looks for packages beside the file and above it.
		Path program = NodePackages.required().resolve(folder.getFileName() + ".mjs");
		write(program, page.blocks("js").get(0));
		return List.of("node", program.toString());
	}

	static void write(Path file, String text) {
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
