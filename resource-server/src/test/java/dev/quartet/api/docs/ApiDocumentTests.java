package dev.quartet.api.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.ApiTest;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** The document says of every operation what is true of it. */
@ApiTest
class ApiDocumentTests {

	private final ApiClient api;

	private final RequestMappingHandlerMapping handlers;

	private final JsonNode document;

	private final List<Operation> operations = new ArrayList<>();

	ApiDocumentTests(ApiClient api, RequestMappingHandlerMapping requestMappingHandlerMapping) {
		this.api = api;
		this.handlers = requestMappingHandlerMapping;
		this.document = api.get("/openapi").json();
		for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
			path.getValue()
				.properties()
				.forEach((operation) -> operations.add(new Operation(operation.getKey().toUpperCase(Locale.ROOT),
						path.getKey(), operation.getValue())));
		}
	}

	@Test
	void isOpenToEverybody() {
		Answer answer = api.get("/openapi");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).isEqualTo("application/json");
		assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
		assertThat(answer.text("openapi")).startsWith("3.1.");
		assertThat(api.get("/openapi.yaml").body()).startsWith("openapi: 3.1.");
		assertThat(document.at("/servers/0/url").asString()).isEqualTo(TestToken.RESOURCE);
	}

	@Test
	void namesEveryRouteThatExists() {
		List<String> routes = handlers.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap((mapping) -> mapping.getMethodsCondition()
				.getMethods()
				.stream()
				.flatMap((method) -> mapping.getPatternValues().stream().map((path) -> method + " " + path)))
			.filter((route) -> !route.contains("/openapi") && !route.contains("/failing"))
			.toList();
		assertThat(operations.stream().map(Operation::route)).containsExactlyInAnyOrderElementsOf(routes);
		assertThat(routes).contains("GET /me", "POST /notes/{id}/links", "DELETE /notes/{id}");
	}

	@Test
	void describesEveryOperation() {
		assertThat(operations.stream().map((operation) -> operation.text("operationId"))).doesNotHaveDuplicates()
			.allMatch((id) -> id.matches("[a-z]+[A-Za-z]*"));
		assertThat(operations).allSatisfy((operation) -> {
			assertThat(operation.text("summary")).isNotBlank();
			assertThat(operation.text("description")).doesNotContain("null");
			assertThat(operation.json().path("tags").size()).isEqualTo(1);
		});
	}

	@Test
	void namesTheScopesThatEachOperationAsksFor() {
		String token = TestToken.person("alice").scope("openid").mint();
		assertThat(operations).allSatisfy((operation) -> {
			List<String> scopes = operation.scopes("quartet");
			assertThat(operation.scopes("token")).isEqualTo(scopes);
			scopes.forEach((scope) -> assertThat(operation.text("description")).contains("`" + scope + "`"));
			String asked = api.call(operation.method(), operation.example(), token, "").challenge();
			if (scopes.isEmpty()) {
				assertThat(operation.text("description")).contains("whatever its scope");
				assertThat(asked).doesNotContain("insufficient_scope");
			}
			else {
				assertThat(asked).contains("insufficient_scope", "scope=\"" + String.join(" ", scopes) + "\"");
			}
		});
	}

	@Test
	void explainsEveryScopeItNames() {
		JsonNode flow = document.at("/components/securitySchemes/quartet/flows/authorizationCode");
		assertThat(operations.stream().flatMap((operation) -> operation.scopes("quartet").stream()).distinct())
			.containsExactlyInAnyOrder("notes:read", "notes:write", "notes:share")
			.allMatch((scope) -> !flow.path("scopes").path(scope).asString("").isBlank());
		assertThat(flow.path("authorizationUrl").asString()).endsWith("/oauth2/authorize");
		assertThat(flow.path("tokenUrl").asString()).endsWith("/oauth2/token");
		assertThat(flow.path("refreshUrl").asString()).endsWith("/oauth2/token");
	}

	@Test
	void describesEveryRefusal() {
		assertThat(operations)
			.allSatisfy((operation) -> assertThat(operation.answers()).contains("400", "401", "429", "503"));
		assertThat(operations).filteredOn((operation) -> !operation.scopes("quartet").isEmpty())
			.allSatisfy((operation) -> assertThat(operation.answers()).contains("403"));
		assertThat(operation("PUT", "/notes/{id}").answers()).contains("200", "404", "412", "413", "415", "428");
		assertThat(operation("POST", "/notes").answers()).contains("201", "409").doesNotContain("200");
		for (JsonNode response : document.at("/components/responses")) {
			assertThat(response.at("/content/application~1problem+json/schema/$ref").asString())
				.isEqualTo("#/components/schemas/Problem");
		}
		assertThat(document.at("/components/responses/UNAUTHORIZED/headers").has("WWW-Authenticate")).isTrue();
		assertThat(document.at("/components/responses/TOO_MANY_REQUESTS/headers").propertyNames()).contains("RateLimit",
				"Retry-After");
	}

	@Test
	void knowsWhatValidationAsksFor() {
		JsonNode draft = document.at("/components/schemas/NoteDraft");
		assertThat(draft.at("/properties/title/maxLength").asInt()).isEqualTo(200);
		assertThat(draft.path("required").toString()).isEqualTo("[\"title\"]");
		assertThat(document.at("/components/schemas/NoteView/required").size()).isEqualTo(6);
		assertThat(document.at("/components/schemas/Me/required").toString()).isEqualTo("[\"iss\",\"kind\",\"sub\"]");
		assertThat(document.at("/components/schemas/Me/properties").has("client_id")).isTrue();
		assertThat(operation("GET", "/notes").json().at("/parameters/3/schema/maximum").asInt()).isEqualTo(100);
		JsonNode ifMatch = operation("DELETE", "/notes/{id}").json().at("/parameters/1");
		assertThat(ifMatch.path("name").asString()).isEqualTo("If-Match");
		assertThat(ifMatch.path("required").asBoolean()).isTrue();
		assertThat(operation("GET", "/notes/{id}").json().at("/responses/200/headers").has("ETag")).isTrue();
	}

	private Operation operation(String method, String path) {
		return operations.stream()
			.filter((operation) -> operation.route().equals(method + " " + path))
			.findFirst()
			.orElseThrow();
	}

	/** Is one operation of the document. */
	private record Operation(String method, String path, JsonNode json) {

		String route() {
			return method + " " + path;
		}

		String example() {
			return path.replaceAll("\\{\\w+}", "00000000-0000-0000-0000-000000000000");
		}

		String text(String field) {
			return json.path(field).asString("");
		}

		List<String> scopes(String scheme) {
			return StreamSupport.stream(json.path("security").spliterator(), false)
				.filter((requirement) -> requirement.has(scheme))
				.flatMap((requirement) -> StreamSupport.stream(requirement.path(scheme).spliterator(), false))
				.map(JsonNode::asString)
				.toList();
		}

		Stream<String> answers() {
			return json.path("responses").propertyNames().stream();
		}

	}

}
