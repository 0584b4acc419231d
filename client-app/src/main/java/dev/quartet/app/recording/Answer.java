package dev.quartet.app.recording;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Is what a call was answered with. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Answer(int status, List<Part> headers, @Nullable Body body) {
}
