package dev.quartet.api.access.tokens;

import java.time.Duration;

/**
 * Says what is expected of every token.
 *
 * @param resource this API's identifier, expected in {@code aud}
 * @param clockSkew how far the clocks of issuer and API may differ
 * @param rememberedTokens how many good tokens are remembered
 * @param rememberAnswers how long an introspection answer is remembered
 */
public record TokenSettings(String resource, Duration clockSkew, int rememberedTokens, Duration rememberAnswers) {
}
