package dev.quartet.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds the machine's own Chromium and starts it once for each thread, since Playwright's
 * objects belong to theirs; nothing is downloaded.
 */
final class Chromium {

	private static final String MISSING = "No Chromium found: install it (apt install chromium) or name it in CHROMIUM. "
			+ "The journeys in the browser are skipped.";

	private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private static final ThreadLocal<Browser> BROWSERS = ThreadLocal.withInitial(Chromium::start);

	private Chromium() {
	}

	/** Skips the journey without Chromium, except in CI, where that is a failure. */
	static Browser required() {
		if (find().isEmpty()) {
			if ("true".equals(System.getenv("CI"))) {
				throw new AssertionError(MISSING + " In CI that is a failure.");
			}
			Assumptions.abort(MISSING);
		}
		return BROWSERS.get();
	}

	private static Optional<Path> find() {
		String named = System.getenv("CHROMIUM");
		return Stream.of((named != null) ? named : "", "/usr/bin/chromium", "/usr/bin/chromium-browser",
				"/usr/bin/google-chrome", "/snap/bin/chromium", "/Applications/Chromium.app/Contents/MacOS/Chromium",
				"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
			.filter((path) -> !path.isEmpty())
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

	private static Browser start() {
		Playwright playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
		return playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(find().orElseThrow())
				.setHeadless(true)
				.setArgs(FLAGS));
	}

}
