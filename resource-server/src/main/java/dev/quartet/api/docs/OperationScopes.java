package dev.quartet.api.docs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.quartet.api.access.Caller;
import dev.quartet.api.access.ScopeRule;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Adds to each operation the scopes that it needs, as the rules that guard it say.
 */
@Component
class OperationScopes implements GlobalOpenApiCustomizer {

	private final List<ScopeRule> rules;

	OperationScopes(ObjectProvider<ScopeRule> rules) {
		this.rules = rules.stream().sorted(ScopeRule.MOST_EXACT_FIRST).toList();
	}

	@Override
	public void customise(OpenAPI document) {
		document.getPaths()
			.forEach((path, item) -> item.readOperationsMap()
				.forEach((method, operation) -> describe(operation, rule(method, path))));
	}

	private Optional<ScopeRule> rule(HttpMethod method, String path) {
		return rules.stream().filter((rule) -> rule.covers(method.name(), path)).findFirst();
	}

	private static void describe(Operation operation, Optional<ScopeRule> rule) {
		List<String> scopes = rule.map(ScopeRule::scopes).orElse(List.of());
		operation.security(List.of(new SecurityRequirement().addList(ApiDocument.SIGN_IN, scopes),
				new SecurityRequirement().addList(ApiDocument.TOKEN, scopes)));
		operation.description(operation.getDescription() + "\n\n" + inWords(scopes)
				+ rule.map(OperationScopes::otherTerms).orElse(""));
		if (!scopes.isEmpty() || rule.flatMap(ScopeRule::onlyFor).isPresent()) {
			operation.getResponses()
				.addApiResponse(Refusal.FORBIDDEN.code(), new ApiResponse().$ref(Refusal.FORBIDDEN.reference()));
		}
	}

	private static String inWords(List<String> scopes) {
		return scopes.isEmpty() ? "Needs a valid token, whatever its scope." : scopes.stream()
			.map((scope) -> "`" + scope + "`")
			.collect(Collectors.joining(" and ", scopes.size() > 1 ? "Needs the scopes " : "Needs the scope ", "."));
	}

	private static String otherTerms(ScopeRule rule) {
		String kind = rule.onlyFor()
			.map((only) -> (only == Caller.Kind.PERSON) ? " Only for people." : " Only for machines.")
			.orElse("");
		String age = rule.maxAge()
			.map((limit) -> " The sign-in may be %d seconds old at most (RFC 9470).".formatted(limit.toSeconds()))
			.orElse("");
		String level = rule.acrValues().isEmpty() ? ""
				: " The sign-in must be at the level %s.".formatted(String.join(" or ", rule.acrValues()));
		return kind + age + level;
	}

}
