package dev.quartet.app.relay;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Says what scripts may call.
 *
 * @param paths patterns of paths of the API, each with the methods before it unless all
 * are meant: {@code GET|POST /notes}; without any nothing is relayed
 */
@Validated
@ConfigurationProperties("quartet.relay")
record RelaySettings(@NotNull List<@Pattern(
		regexp = "((GET|HEAD|POST|PUT|PATCH|DELETE)(\\|(GET|HEAD|POST|PUT|PATCH|DELETE))* )?/\\S*",
		message = "must look like GET|POST /notes or /notes/**") String> paths) {
}
