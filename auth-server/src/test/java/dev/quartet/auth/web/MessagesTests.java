package dev.quartet.auth.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks that the text of every page lives in the messages. */
class MessagesTests {

	private static final Pattern KEY = Pattern.compile("#\\{([a-z0-9._-]+)");

	private static final Pattern PLACE = Pattern.compile("\u2068?\\{\\d+[^{}#]*?[},]\u2069?");

	private static final List<String> SPOKEN_ATTRIBUTES = List.of("alt", "aria-label", "placeholder", "title");

	static Stream<Resource> templates() throws IOException {
		return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:/templates/**/*.html"));
	}

	@ParameterizedTest
	@MethodSource("templates")
	void keepsEveryWordOfATemplateInTheMessages(Resource template) throws IOException {
		Document html = Jsoup.parse(text(template), "", Parser.xmlParser());
		for (Element element : html.getAllElements()) {
			assertThat(element.ownText()).as(element.tagName()).doesNotContainPattern("\\p{L}");
			assertThat(SPOKEN_ATTRIBUTES).as(element.tagName()).allMatch((name) -> element.attr(name).isEmpty());
		}
	}

	@ParameterizedTest
	@MethodSource("templates")
	void hasEveryMessageOfATemplate(Resource template) throws IOException {
		assertThat(messages().stringPropertyNames()).containsAll(keys(text(template)));
	}

	@ParameterizedTest
	@EnumSource
	void hasATitleAndAnExplanationForEachError(ErrorReason reason) throws IOException {
		assertThat(messages().stringPropertyNames()).contains(reason.titleKey(), reason.explanationKey());
	}

	@Test
	void hasNoMessageOfOurPagesThatNobodyReads() throws IOException {
		Set<String> read = new TreeSet<>();
		for (Resource template : templates().toList()) {
			read.addAll(keys(text(template)));
		}
		for (ErrorReason reason : ErrorReason.values()) {
			read.addAll(List.of(reason.titleKey(), reason.explanationKey()));
		}
		assertThat(messages().stringPropertyNames()).filteredOn((key) -> key.matches("(page|error|home)\\..*"))
			.filteredOn((key) -> !key.startsWith("error.hint."))
			.allSatisfy((key) -> assertThat(read).contains(key));
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void quotesNoApostrophe(String bundle) throws IOException {
		// MessageFormat drops a straight one, and what follows it is no longer replaced.
		assertThat(messages(bundle).values()).noneMatch((message) -> message.toString().contains("'"));
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void saysEverythingInEachLanguage(String bundle) throws IOException {
		assertThat(missing(messages(), messages(bundle))).as("missing in " + bundle).isEmpty();
		assertThat(missing(messages(bundle), messages())).as("only in " + bundle).isEmpty();
		assertThat(messages(bundle).values()).noneMatch((message) -> message.toString().isBlank());
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void fillsInTheSameInEachLanguage(String bundle) throws IOException {
		Properties translated = messages(bundle);
		messages().forEach((key, message) -> {
			String translation = translated.getProperty(key.toString(), "");
			assertThat(filledIn(translation)).as(bundle + ": " + key).isEqualTo(filledIn(message.toString()));
		});
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void hasAFormForEveryNumber(String bundle) throws IOException {
		for (Object message : messages(bundle).values()) {
			MessageFormat format = new MessageFormat(message.toString(), Locale.ENGLISH);
			for (int number : new int[] { 0, 1, 2, 3, 10, 11, 100 }) {
				Object[] numbers = Collections.nCopies(format.getFormatsByArgumentIndex().length, number).toArray();
				assertThat(format.format(numbers)).isNotBlank().doesNotContain("{", "}", ",choice,");
			}
		}
	}

	@Test
	void translatesItsOwnLanguage() throws IOException {
		for (Locale language : Languages.SPOKEN) {
			String bundle = language.equals(Locale.ENGLISH) ? "messages" : "messages_" + language;
			assertThat(messages(bundle).getProperty("page.lang")).isEqualTo(language.toLanguageTag());
			assertThat(messages(bundle).getProperty("page.dir"))
				.isEqualTo(language.getLanguage().equals("ar") ? "rtl" : "ltr");
		}
	}

	static List<String> bundles() {
		return Languages.SPOKEN.stream()
			.map((language) -> language.equals(Locale.ENGLISH) ? "messages" : "messages_" + language)
			.toList();
	}

	private static Set<String> missing(Properties in, Properties from) {
		Set<String> keys = new TreeSet<>(in.stringPropertyNames());
		keys.removeAll(from.stringPropertyNames());
		return keys;
	}

	// With the marks around a foreign name, of which none may get lost.
	private static Set<String> filledIn(String message) {
		Set<String> places = new TreeSet<>();
		PLACE.matcher(message).results().forEach((result) -> places.add(result.group()));
		return places;
	}

	private static Set<String> keys(String template) {
		Set<String> keys = new TreeSet<>();
		KEY.matcher(template).results().forEach((result) -> keys.add(result.group(1)));
		return keys;
	}

	private static Properties messages() throws IOException {
		return messages("messages");
	}

	private static Properties messages(String bundle) throws IOException {
		var messages = new Properties();
		try (Reader reader = new InputStreamReader(
				Objects.requireNonNull(new ClassPathResource(bundle + ".properties").getInputStream()),
				StandardCharsets.UTF_8)) {
			messages.load(reader);
		}
		return messages;
	}

	private static String text(Resource resource) throws IOException {
		return resource.getContentAsString(StandardCharsets.UTF_8);
	}

}
