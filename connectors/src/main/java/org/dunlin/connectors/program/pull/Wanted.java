package org.dunlin.connectors.program.pull;

import java.util.Map;

/**
 * An object that is to be fetched, since another one or a notice leads to it.
 *
 * @param stream of the wanted object
 * @param with values of the one that leads to it: {@code {parent.NAME}} in requests
 */
public record Wanted(String stream, String key, Map<String, String> with) {
  public Wanted {
    with = Map.copyOf(with);
  }
}
