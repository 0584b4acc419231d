package dev.quartet.auth.web;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Serves the sample pages and a few that go wrong, with nothing but this package. */
@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
		WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class, HttpEncodingAutoConfiguration.class,
		HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class, ThymeleafAutoConfiguration.class,
		MessageSourceAutoConfiguration.class, SecurityAutoConfiguration.class,
		ServletWebSecurityAutoConfiguration.class, SecurityFilterAutoConfiguration.class })
@Import({ AccessRefusals.class, Assets.class, ErrorPageController.class, ErrorPageRenderer.class, PageTemplates.class,
		HomeController.class, LanguageChoice.class, PageLocale.class, RequestIds.class, SecurityHeaders.class,
		TomcatErrorPages.class, SampleServer.Pages.class })
class SampleServer {

	@Bean
	AuthorizationServerSettings settings() {
		return AuthorizationServerSettings.builder().issuer("http://localhost:9000").build();
	}

	@Bean
	StartingPoints startingPoints() {
		return () -> List.of(new StartingPoints.StartingPoint("Notes", "https://notes.example/start"));
	}

	@Bean
	SecurityFilterChain everything(HttpSecurity http, SecurityHeaders headers, AccessRefusals refusals,
			ErrorPageRenderer renderer) {
		return http
			.authorizeHttpRequests(
					(requests) -> requests.requestMatchers("/forbidden").denyAll().anyRequest().permitAll())
			.anonymous((anonymous) -> anonymous.authorities("ROLE_SAMPLE"))
			.exceptionHandling((handling) -> handling.accessDeniedHandler(refusals)
				.authenticationEntryPoint((request, response, ex) -> renderer.render(request, response, pkceMissing())))
			.headers(headers)
			.build();
	}

	private static ErrorPage pkceMissing() {
		return ErrorPage.of(ErrorReason.PKCE_MISSING)
			.hint("error", "invalid_request")
			.hint("code_challenge", "<missing>");
	}

	/** Answers the requests of the tests. */
	@Controller
	@TestComponent
	static class Pages {

		@GetMapping("/samples/{page}")
		String sample(@PathVariable SamplePages page, Model model) {
			model.addAllAttributes(page.model());
			return page.view();
		}

		@GetMapping("/fails")
		String fail() {
			throw new IllegalStateException("the password of the database is hunter2");
		}

		@GetMapping("/leads-to-client")
		String leadToClient(HttpServletRequest request) {
			SecurityHeaders.allowFormsTo(request, "http://localhost:8080/login/oauth2/code/quartet");
			return "setup/used";
		}

		@GetMapping("/status/{status}")
		void status(@PathVariable int status, HttpServletResponse response) throws IOException {
			response.sendError(status, "hunter2");
		}

		@ResponseBody
		@PostMapping("/form")
		String form(@RequestParam String word) {
			return word;
		}

	}

}
