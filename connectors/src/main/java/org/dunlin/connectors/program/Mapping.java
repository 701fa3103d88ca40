package org.dunlin.connectors.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.dunlin.connectors.jslt.Expression;
import org.dunlin.connectors.jslt.FailedExpression;

/**
 * A compiled JSLT file or selector, with {@code $settings}, {@code $company}, {@code $parent} and
 * {@code $effect}. It computes no amounts in binary floating point, and ends whatever it is given:
 * each evaluation may do a bounded amount of work. Safe for use by many threads.
 */
public final class Mapping {
  private static final Set<String> VARIABLES = Set.of("settings", "company", "parent", "effect");

  private final Expression expression;
  private final String source;

  private Mapping(Expression expression, String source) {
    this.expression = expression;
    this.source = source;
  }

  /**
   * Compiles a source.
   *
   * @throws org.dunlin.connectors.jslt.WrongExpression where it is no JSLT or does what is refused
   */
  static Mapping of(String source) {
    return new Mapping(Expression.of(source, VARIABLES), source);
  }

  /** Whether it may look at a setting; it is not missed where it does. */
  boolean looksAt(String setting) {
    return source.contains("$settings") && source.contains(setting);
  }

  /**
   * What it makes of the input; a null node where that is nothing.
   *
   * @throws MappingFailed where it cannot be carried out
   */
  public JsonNode apply(JsonNode input, Facts facts) {
    try {
      return expression.apply(input, facts.variables());
    } catch (FailedExpression e) {
      throw new MappingFailed(String.valueOf(e.getMessage()), e.tooMuchWork());
    }
  }
}
