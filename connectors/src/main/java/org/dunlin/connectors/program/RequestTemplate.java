package org.dunlin.connectors.program;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request with placeholders.
 *
 * @param method in upper case
 * @param address whole, with {@code base} where it is below it
 * @param query its parameters; one without a value is left out
 * @param headers by their names; one without a value is left out
 */
public record RequestTemplate(
    String method,
    Template address,
    Map<String, Template> query,
    Map<String, Template> headers,
    @Nullable Body body) {
  /** What is sent along. */
  public sealed interface Body {
    /** A tree that is sent as JSON. */
    record Json(BodyTree tree) implements Body {}

    /**
     * Fields that are sent as application/x-www-form-urlencoded; one without a value is left out.
     */
    record Form(Map<String, Template> fields) implements Body {}

    /** What the mapping of this file makes of what the hub knows, as JSON; of effects only. */
    record Mapped(String file) implements Body {}

    /** The same, as application/x-www-form-urlencoded: the mapping makes names and texts. */
    record MappedForm(String file) implements Body {}
  }
}
