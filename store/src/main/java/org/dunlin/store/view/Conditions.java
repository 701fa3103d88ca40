package org.dunlin.store.view;

import java.util.HashMap;
import java.util.Map;

/** What a list is asked for: conditions of a query, and the values that they name. */
final class Conditions {
  private final StringBuilder text = new StringBuilder();
  private final Map<String, Object> values = new HashMap<>();

  /**
   * All that is of a company; the query names it {@code :company}, and {@code :most} its length.
   */
  Conditions(String companyId, int most) {
    with("company", companyId).with("most", most);
  }

  /** A value that the query names. */
  Conditions with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /** One more condition. */
  Conditions and(String condition) {
    text.append(" and ").append(condition);
    return this;
  }

  /** One more condition, which names a value. */
  Conditions and(String condition, String name, Object value) {
    return with(name, value).and(condition);
  }

  /** The conditions as they follow another. */
  String text() {
    return text.toString();
  }

  Map<String, Object> values() {
    return values;
  }
}
