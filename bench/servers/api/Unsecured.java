package org.example.bench;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.quartet.api.access.Caller;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Names one caller for every request: the API beside it runs without any security. */
@AutoConfiguration
public class Unsecured implements WebMvcConfigurer, HandlerMethodArgumentResolver {

	private static final Caller CALLER = new Caller(Caller.Kind.PERSON, "http://localhost", "bench-0", "bench-0",
			Set.of(), Map.of());

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Caller.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request,
			WebDataBinderFactory binders) {
		return CALLER;
	}

}
