package dev.quartet.e2e;

import java.io.File;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Is another team's Spring Boot service, before it is protected: it has the libraries
 * that the pom of these journeys names, and the API's jar {@code access}.
 */
final class SpringService {

	private static final String PACKAGE = "package org.example.orders;\n";

	private static final String APPLICATION = PACKAGE + """
			@org.springframework.boot.autoconfigure.SpringBootApplication
			public class Orders {
				public static void main(String[] args) {
					org.springframework.boot.SpringApplication.run(Orders.class, args);
				}
			}
			""";

	private final Path folder;

	SpringService(Path folder) {
		this.folder = folder;
	}

	/** Compiles the class with the service and gives the command that runs it. */
	List<String> uses(String api, String settings) {
		Recipe.write(source("Orders"), APPLICATION);
		Recipe.write(source("OrdersApi"), PACKAGE + api);
		Recipe.write(this.folder.resolve("classes").resolve("application.yml"), settings);
		compile();
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		return List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dserver.address=127.0.0.1", "-cp",
				this.folder.resolve("classes") + File.pathSeparator + libraries(), "org.example.orders.Orders",
				"--server.port=${PORT}");
	}

	private void compile() {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter problems = new StringWriter();
		StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
		boolean compiled = compiler
			.getTask(problems, files, null,
					List.of("-parameters", "-proc:none", "-cp", libraries(), "-d",
							this.folder.resolve("classes").toString()),
					null, files.getJavaFileObjects(source("Orders"), source("OrdersApi")))
			.call();
		if (!compiled) {
			throw new AssertionError("The code of the page does not compile: " + problems);
		}
	}

	private Path source(String name) {
		return this.folder.resolve(Path.of("src", "org", "example", "orders", name + ".java"));
	}

	// Jars only: nothing of the journeys themselves.
	private static String libraries() {
		Path access = Path.of("..", "resource-server", "target", "resource-server-access.jar").toAbsolutePath();
		if (!Files.exists(access)) {
			throw new AssertionError("The build attaches no " + access);
		}
		Stream<String> own = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> entry.endsWith(".jar"));
		return Stream.concat(Stream.of(access.toString()), own).collect(Collectors.joining(File.pathSeparator));
	}

}
