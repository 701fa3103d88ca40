package org.dunlin.connectors.program.pull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Keys, versions and tokens as selectors give them. Some programs say false where they have none.
 */
final class Given {
  private Given() {}

  static Optional<String> text(Selector selector, JsonNode input, Facts facts) {
    return text(selector.of(input, facts));
  }

  static Optional<String> text(@Nullable JsonNode value) {
    return value == null || value.isBoolean() ? Optional.empty() : Json.text(value);
  }
}
