package dev.quartet.api.web;

import java.util.List;

import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.stereotype.Component;

/** Takes text for text only; application.yml sets the rest of what JSON may look like. */
@Component
class StrictJson implements JsonMapperBuilderCustomizer {

	private static final List<CoercionInputShape> NO_TEXT = List.of(CoercionInputShape.Integer,
			CoercionInputShape.Float, CoercionInputShape.Boolean);

	@Override
	public void customize(JsonMapper.Builder json) {
		json.withCoercionConfig(LogicalType.Textual,
				(text) -> NO_TEXT.forEach((shape) -> text.setCoercion(shape, CoercionAction.Fail)));
	}

}
