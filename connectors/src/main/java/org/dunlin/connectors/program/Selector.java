package org.dunlin.connectors.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A JSLT expression of a manifest, over a reply, an object or a notice. */
public final class Selector {
  private final String source;
  private final Mapping mapping;

  Selector(String source, Mapping mapping) {
    this.source = source;
    this.mapping = mapping;
  }

  /**
   * What it gives of the input; a missing or null node where that is nothing.
   *
   * @throws MappingFailed where it cannot be carried out
   */
  public JsonNode of(JsonNode input, Facts facts) {
    return mapping.apply(input, facts);
  }

  /** The text or number that it gives as text; empty where it gives nothing, or an empty text. */
  public Optional<String> text(JsonNode input, Facts facts) {
    return Json.text(of(input, facts));
  }

  /** Whether it gives something: not nothing, not false, not an empty text, list or object. */
  public boolean fits(JsonNode input, Facts facts) {
    return Json.something(of(input, facts));
  }

  /** Whether it may look at a setting. */
  boolean looksAt(String setting) {
    return mapping.looksAt(setting);
  }

  @Override
  public String toString() {
    return source;
  }
}
