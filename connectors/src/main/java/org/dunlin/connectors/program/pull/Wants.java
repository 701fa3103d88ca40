package org.dunlin.connectors.program.pull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Wanting;

/** What objects, and notices, lead to. */
public final class Wants {
  private Wants() {}

  /** What these lead to, each once, in their order. */
  public static List<Wanted> of(List<JsonNode> objects, List<Wanting> wants, Facts facts) {
    Set<Wanted> wanted = new LinkedHashSet<>();
    for (JsonNode object : objects) {
      for (Wanting want : wants) {
        if (want.when() == null || want.when().fits(object, facts)) {
          Map<String, String> with = with(want, object, facts);
          keys(want, object, facts)
              .forEach(key -> wanted.add(new Wanted(want.stream(), key, with)));
        }
      }
    }
    return List.copyOf(wanted);
  }

  private static List<String> keys(Wanting want, JsonNode object, Facts facts) {
    JsonNode found = want.key().of(object, facts);
    List<String> keys = new ArrayList<>();
    if (found != null && found.isArray()) {
      found.forEach(each -> Given.text(each).ifPresent(keys::add));
    } else {
      Given.text(found).ifPresent(keys::add);
    }
    return keys;
  }

  private static Map<String, String> with(Wanting want, JsonNode object, Facts facts) {
    Map<String, String> with = new TreeMap<>();
    want.with()
        .forEach(
            (name, value) -> value.text(object, facts).ifPresent(text -> with.put(name, text)));
    return with;
  }
}
