package dev.quartet.app.recording;

import java.util.List;

/**
 * Is a signed token without its signature.
 *
 * @param header how it was signed
 * @param claims what it says
 * @param whole the token itself
 */
public record Jwt(List<Part> header, List<Part> claims, Hidden whole) {
}
