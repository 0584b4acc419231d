package dev.quartet.api.docs;

import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.ObjectMapperProvider;

import org.springframework.stereotype.Component;

/**
 * Tells the document that a field is always there unless our code says that it may be
 * null.
 */
@Component
class RequiredFields {

	RequiredFields(ObjectMapperProvider schemas) {
		schemas.jsonMapper().registerModule(new SimpleModule("required-fields") {
			@Override
			public void setupModule(SetupContext context) {
				context.insertAnnotationIntrospector(new Nullness());
			}
		});
	}

	/** Reads JSpecify's annotations, which stand at types and not at members. */
	private static final class Nullness extends NopAnnotationIntrospector {

		@Override
		public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
			RecordComponent[] components = member.getDeclaringClass().getRecordComponents();
			Schema own = member.getAnnotation(Schema.class);
			if (components == null || (own != null && own.requiredMode() != Schema.RequiredMode.AUTO)) {
				return null;
			}
			return Stream.of(components)
				.filter((component) -> component.getName().equals(member.getMember().getName()))
				.findFirst()
				.map((component) -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
				.orElse(null);
		}

	}

}
