package org.dunlin.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.dunlin.console.right.Needs;
import org.dunlin.console.right.RightsGuard;
import org.dunlin.store.access.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A line of {@code rights.csv}: what an endpoint needs.
 *
 * @param right absent where it needs none
 * @param hub whether it is needed in all companies
 */
record RightRow(String method, String path, @Nullable Right right, boolean hub) {
  static List<RightRow> all() {
    try (InputStream file = RightRow.class.getResourceAsStream("rights.csv")) {
      return new String(
              java.util.Objects.requireNonNull(file, "rights.csv").readAllBytes(),
              StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(RightRow::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RightRow of(String line) {
    String[] cells = line.split(",", -1);
    Right right = cells[2].equals("-") ? null : Right.valueOf(cells[2]);
    return new RightRow(cells[0], cells[1], right, cells[3].equals("hub"));
  }

  /** Of all handlers that the hub has. */
  static List<String> answered() {
    TreeSet<String> rows = new TreeSet<>();
    Hub.SHARED
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              Needs needs = RightsGuard.needs(handler);
              String needed = "NOBODY SAID SO,";
              if (RightsGuard.isOpen(handler)) {
                needed = "-,";
              } else if (needs != null) {
                needed = needs.value() + (needs.hub() ? ",hub" : ",");
              }
              var methods = mapping.getMethodsCondition().getMethods();
              List<String> names =
                  methods.isEmpty()
                      ? List.of("ANY")
                      : methods.stream().map(RequestMethod::name).toList();
              for (String path : mapping.getPatternValues()) {
                for (String name : names) {
                  rows.add(name + "," + path + "," + needed);
                }
              }
            });
    return List.copyOf(rows);
  }

  String line() {
    return method + "," + path + "," + (right == null ? "-" : right) + "," + (hub ? "hub" : "");
  }

  boolean ofApi() {
    return path.startsWith("/api/");
  }

  /** An address of it, of a record that is not there. */
  String address(String company) {
    String filled =
        path.replace("{company}", company)
            .replaceAll("\\{list:[^}]*}", "customers")
            .replace("{id}", UUID.randomUUID().toString())
            .replace("{kind}", "BOUNCE")
            .replace("{subject}", UUID.randomUUID().toString())
            .replace("{stage}", "none")
            .replaceAll("\\{[^}]*}", "x");
    return path.contains("{company}") ? filled : filled + "?company=" + company;
  }

  /** The endpoint to which an address leads. */
  static Optional<RightRow> at(List<RightRow> rows, String method, String address) {
    String path = address.replaceAll("[?#].*", "");
    return rows.stream()
        .filter(row -> row.method().equals(method))
        .filter(row -> pattern(row).matches(PathContainer.parsePath(path)))
        .min((one, other) -> pattern(one).compareTo(pattern(other)));
  }

  private static PathPattern pattern(RightRow row) {
    return PathPatternParser.defaultInstance.parse(row.path());
  }

  static Stream<String> lines(List<RightRow> rows) {
    return rows.stream().map(RightRow::line);
  }
}
