package org.dunlin.connectors.program.specification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.core.port.HttpCall;

/** Which path of a specification the path of a call is. */
final class SpecifiedPaths {
  private static final Pattern SERVER = Pattern.compile("https?://[^/]+(.*?)/?");
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

  /** What Moneybird calls a parameter is the ending of a file. */
  private static final String FORMAT = "{format}";

  private final JsonNode whole;
  private final String base;

  SpecifiedPaths(JsonNode whole) {
    this.whole = whole;
    Matcher server = SERVER.matcher(whole.at("/servers/0/url").asText());
    this.base = server.matches() ? server.group(1) : "";
  }

  /** The path that a call means, as the specification writes it; the most literal one. */
  Optional<String> of(HttpCall call) {
    return whole.path("paths").properties().stream()
        .filter(path -> path.getValue().has(method(call)))
        .map(Map.Entry::getKey)
        .filter(path -> fits(base + path, call.address().getPath()))
        .min(Comparator.comparing(path -> PARAMETER.matcher(path).results().count()));
  }

  JsonNode operation(String path, HttpCall call) {
    return whole.path("paths").path(path).path(method(call));
  }

  /** Parameters of all operations at a path. */
  JsonNode shared(String path) {
    return whole.path("paths").path(path).path("parameters");
  }

  private static String method(HttpCall call) {
    return call.method().toLowerCase(Locale.ROOT);
  }

  private static boolean fits(String specified, String path) {
    StringBuilder pattern = new StringBuilder();
    Matcher parameter = PARAMETER.matcher(specified);
    int end = 0;
    while (parameter.find()) {
      pattern.append(Pattern.quote(specified.substring(end, parameter.start())));
      pattern.append(parameter.group().equals(FORMAT) ? "(\\.json)?" : "[^/]+?");
      end = parameter.end();
    }
    return Pattern.matches(pattern + Pattern.quote(specified.substring(end)), path);
  }
}
