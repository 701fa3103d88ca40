package org.dunlin.connectors.program;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A compiled JSLT file or selector. It computes no amounts in binary floating point, and ends
 * whatever it is given: each evaluation may do a bounded amount of work. Safe for use by many
 * threads.
 */
public final class Mapping {
  /**
   * What it makes of the input; a missing or null node where that is nothing.
   *
   * @throws MappingFailed where it cannot be carried out
   */
  public JsonNode apply(JsonNode input, Facts facts) {
    throw new UnsupportedOperationException();
  }
}
