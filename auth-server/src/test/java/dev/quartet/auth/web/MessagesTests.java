package dev.quartet.auth.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

	private static final Pattern KEY = Pattern.compile("#\\{([a-z0-9.-]+)");

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

	@Test
	void quotesNoApostrophe() throws IOException {
		// MessageFormat drops a straight one, and what follows it is no longer replaced.
		assertThat(messages().values()).noneMatch((message) -> message.toString().contains("'"));
	}

	private static Set<String> keys(String template) {
		Set<String> keys = new TreeSet<>();
		KEY.matcher(template).results().forEach((result) -> keys.add(result.group(1)));
		return keys;
	}

	private static Properties messages() throws IOException {
		var messages = new Properties();
		try (Reader reader = new InputStreamReader(
				Objects.requireNonNull(new ClassPathResource("messages.properties").getInputStream()),
				StandardCharsets.UTF_8)) {
			messages.load(reader);
		}
		return messages;
	}

	private static String text(Resource resource) throws IOException {
		return resource.getContentAsString(StandardCharsets.UTF_8);
	}

}
