package org.dunlin.connectors.program.pull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Selector;
import org.jspecify.annotations.Nullable;

/** Keys and versions of the objects of a page. */
final class ObjectsSeen {
  private ObjectsSeen() {}

  /**
   * Each object with its key and version.
   *
   * @throws Unread where one has no key, or a version that cannot be compared
   */
  static List<Seen> of(
      List<JsonNode> objects, Selector key, @Nullable Selector version, Facts facts) {
    List<Seen> seen = new ArrayList<>();
    for (JsonNode object : objects) {
      String found =
          Given.text(key, object, facts)
              .orElseThrow(() -> new Unread("An object of the page has no key at " + key + "."));
      seen.add(new Seen(found, version(object, version, facts).orElse(null)));
    }
    return seen;
  }

  /**
   * What this selector gives of an object, where it gives something.
   *
   * @throws Unread where that is neither an instant, a date nor a whole number
   */
  static Optional<Mark> mark(JsonNode object, Selector selector, Facts facts) {
    return Given.text(selector, object, facts)
        .map(
            text ->
                Mark.of(text)
                    .orElseThrow(
                        () ->
                            new Unread(
                                "An object of the page has at "
                                    + selector
                                    + " neither an instant, a date nor a whole number.")));
  }

  private static Optional<String> version(
      JsonNode object, @Nullable Selector version, Facts facts) {
    if (version == null || mark(object, version, facts).isEmpty()) {
      return Optional.empty();
    }
    return Given.text(version, object, facts);
  }
}
