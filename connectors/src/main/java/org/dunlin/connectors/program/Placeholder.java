package org.dunlin.connectors.program;

import java.util.List;
import java.util.Optional;

/**
 * {@code {name|filter|filter}} in a string of a request.
 *
 * @param filters in the order in which they are applied
 */
public record Placeholder(String name, List<Filter> filters) {
  public Placeholder {
    filters = List.copyOf(filters);
  }

  /**
   * Its value in the form that its filters give, where it has one.
   *
   * @throws NoValue where a filter cannot give form to it
   */
  Optional<Value> value(Facts facts) {
    return facts.value(name).map(this::filtered);
  }

  private Value filtered(Value value) {
    Value result = value;
    for (Filter filter : filters) {
      result =
          filter
              .apply(result)
              .orElseThrow(
                  () ->
                      new NoValue(
                          "The value of {" + name + "} has no form " + filter.word() + "."));
    }
    return result;
  }
}
