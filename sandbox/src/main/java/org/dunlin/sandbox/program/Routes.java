package org.dunlin.sandbox.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which endpoint answers what; of several that fit the first one does. */
public final class Routes {
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  private final List<Route> routes = new ArrayList<>();

  private record Route(
      String method, Pattern path, List<String> names, boolean open, Endpoint endpoint) {}

  /** An endpoint found, with the variables of its path. */
  record Found(Endpoint endpoint, boolean open, Map<String, String> variables) {}

  /**
   * Adds an endpoint.
   *
   * @param path with {@code {name}} for a part that varies, which may end within a part
   */
  public Routes on(String method, String path, Endpoint endpoint) {
    return add(method, path, false, endpoint);
  }

  /** Adds an endpoint that asks for no token. */
  public Routes open(String method, String path, Endpoint endpoint) {
    return add(method, path, true, endpoint);
  }

  private Routes add(String method, String path, boolean open, Endpoint endpoint) {
    List<String> names = new ArrayList<>();
    StringBuilder regex = new StringBuilder();
    Matcher matcher = VARIABLE.matcher(path);
    int end = 0;
    while (matcher.find()) {
      regex.append(Pattern.quote(path.substring(end, matcher.start()))).append("([^/]+?)");
      names.add(matcher.group(1));
      end = matcher.end();
    }
    regex.append(Pattern.quote(path.substring(end)));
    Pattern pattern = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
    routes.add(new Route(method, pattern, List.copyOf(names), open, endpoint));
    return this;
  }

  Optional<Found> find(String method, String path) {
    for (Route route : routes) {
      Matcher matcher = route.path().matcher(path);
      if (route.method().equals(method) && matcher.matches()) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < route.names().size(); i++) {
          variables.put(route.names().get(i), matcher.group(i + 1));
        }
        return Optional.of(new Found(route.endpoint(), route.open(), variables));
      }
    }
    return Optional.empty();
  }
}
