package org.dunlin.core.dunning;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Plans as a person writes them. */
final class Plans {
  private Plans() {}

  static List<Plan> read(String yaml) {
    try {
      return PlanReader.read(
          new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "plans.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A plan of the given steps, on every day of the week and without a contact policy. */
  static Plan steps(String... steps) {
    return with("", steps);
  }

  /** A plan with the given lines beside its steps. */
  static Plan with(String more, String... steps) {
    String list =
        String.join("\n", List.of(steps).stream().map(s -> "      - {" + s + "}").toList());
    String lines = more.isEmpty() ? "" : more.indent(4);
    return read("plans:\n  - id: test\n" + lines + "    steps:\n" + list + "\n").getFirst();
  }

  static String mail(String id, String due) {
    return "id: " + id + ", due: \"" + due + "\", channel: EMAIL, template: t";
  }
}
