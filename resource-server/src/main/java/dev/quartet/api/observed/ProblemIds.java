package dev.quartet.api.observed;

import org.slf4j.MDC;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.ValueSerializerModifier;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Writes the id of the request into every problem, whoever words it. */
@Component
class ProblemIds implements JsonMapperBuilderCustomizer {

	@Override
	public void customize(JsonMapper.Builder json) {
		json.addModule(new SimpleModule("problem-ids").setSerializerModifier(new OfProblems()));
	}

	/** Knows problems among all that is written. */
	private static final class OfProblems extends ValueSerializerModifier {

		private static final long serialVersionUID = 1;

		@Override
		@SuppressWarnings("unchecked")
		public ValueSerializer<?> modifySerializer(SerializationConfig config, BeanDescription.Supplier description,
				ValueSerializer<?> serializer) {
			return description.getBeanClass() == ProblemDetail.class ? new WithId((ValueSerializer<Object>) serializer)
					: serializer;
		}

	}

	/** Adds the id to one problem. */
	private static final class WithId extends ValueSerializer<Object> {

		private final ValueSerializer<Object> plain;

		WithId(ValueSerializer<Object> plain) {
			this.plain = plain;
		}

		@Override
		public void resolve(SerializationContext context) {
			plain.resolve(context);
		}

		@Override
		@SuppressWarnings("unchecked")
		public ValueSerializer<?> createContextual(SerializationContext context, BeanProperty property) {
			return new WithId((ValueSerializer<Object>) plain.createContextual(context, property));
		}

		@Override
		public void serialize(Object value, JsonGenerator json, SerializationContext context) {
			String id = MDC.get(RequestIds.NAME);
			if (id != null && value instanceof ProblemDetail problem) {
				problem.setProperty(RequestIds.NAME, id);
			}
			plain.serialize(value, json, context);
		}

	}

}
