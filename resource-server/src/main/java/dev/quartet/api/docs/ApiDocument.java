package dev.quartet.api.docs;

import java.util.List;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Says what the document has beside the operations, which springdoc reads off the code.
 */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

	/** Names the way to a token by signing in. */
	static final String SIGN_IN = "quartet";

	/** Names the way for whoever has a token. */
	static final String TOKEN = "token";

	@Bean
	OpenAPI document(DocsSettings settings) {
		return new OpenAPI()
			.info(new Info().title("Quartet Notes API")
				.version("1")
				.description("Keeps notes for people and machines. Every call carries an access token of the issuer; "
						+ "every refusal is a problem document (RFC 9457).")
				.license(new License().name("Apache-2.0").identifier("Apache-2.0")))
			.servers(List.of(new Server().url(settings.address().toString()).description("This API")))
			.tags(List.of(new Tag().name("greeting").description("The smallest protected routes"),
					new Tag().name("me").description("What the caller's token says"),
					new Tag().name("notes").description("The caller's own notes"),
					new Tag().name("links").description("Notes that others may read")))
			.components(components(settings));
	}

	private static Components components(DocsSettings settings) {
		Components components = new Components().addSecuritySchemes(SIGN_IN, signIn(settings))
			.addSecuritySchemes(TOKEN,
					new SecurityScheme().type(SecurityScheme.Type.HTTP)
						.scheme("bearer")
						.bearerFormat("at+jwt")
						.description("An access token for this API that you have already."))
			.addSchemas("Problem", problem())
			.addHeaders("ETag", header("The version of the note, for If-Match and If-None-Match.", "\"3\""))
			.addHeaders("Link",
					header("The first, previous, next and last page (RFC 8288).",
							"</notes?page=1&size=20&sort=-createdAt>; rel=\"next\""))
			.addHeaders("Location", header("Where the new thing is.", "/notes/1c9e3b44-6d6f-4a39-9bb0-3f0d0c6f9d52"))
			.addHeaders("WWW-Authenticate",
					header("What is wrong with the token and which scopes are needed (RFC 6750 §3).",
							"Bearer error=\"insufficient_scope\", scope=\"notes:write\""))
			.addHeaders("Retry-After", header("After how many seconds to come back.", "5"))
			.addHeaders("RateLimit", header("What is left of the client's calls.", "\"client\";r=0;t=2"))
			.addHeaders("RateLimit-Policy", header("How many calls a client has.", "\"client\";q=2000;w=2"));
		for (Refusal refusal : Refusal.values()) {
			components.addResponses(refusal.name(), refusal.response());
		}
		return components;
	}

	private static SecurityScheme signIn(DocsSettings settings) {
		Scopes scopes = new Scopes().addString("openid", "Know who signed in")
			.addString("profile", "Know her name")
			.addString("notes:read", "Read your notes, and notes that were shared with you")
			.addString("notes:write", "Create, change and delete your notes")
			.addString("notes:share", "Let others read single notes of yours (together with notes:write)");
		OAuthFlow flow = new OAuthFlow().authorizationUrl(settings.authorizationEndpoint())
			.tokenUrl(settings.tokenEndpoint())
			.refreshUrl(settings.tokenEndpoint())
			.scopes(scopes);
		SecurityScheme scheme = new SecurityScheme().type(SecurityScheme.Type.OAUTH2)
			.description("Sign in at the issuer: authorization code with PKCE (S256).")
			.flows(new OAuthFlows().authorizationCode(flow));
		scheme.addExtension("x-docs-client-id", settings.clientId());
		return scheme;
	}

	private static Schema<?> problem() {
		ObjectSchema error = new ObjectSchema();
		error.addProperty("field", new StringSchema());
		error.addProperty("message", new StringSchema());
		error.setRequired(List.of("field", "message"));
		ObjectSchema problem = new ObjectSchema();
		problem.setDescription("Says what went wrong (RFC 9457).");
		problem.addProperty("type",
				new StringSchema().format("uri").description("The kind of problem, if it has a name"));
		problem.addProperty("title", new StringSchema());
		problem.addProperty("status", new IntegerSchema());
		problem.addProperty("detail", new StringSchema().description("What to do about it"));
		problem.addProperty("instance", new StringSchema().format("uri-reference"));
		problem.addProperty("requestId",
				new StringSchema().description("What to name when you report it, as in X-Request-Id"));
		problem.addProperty("errors", new ArraySchema().items(error).description("Each value that is not acceptable"));
		problem.setRequired(List.of("title", "status"));
		return problem;
	}

	private static Header header(String description, String example) {
		return new Header().description(description).schema(new StringSchema()).example(example);
	}

}
