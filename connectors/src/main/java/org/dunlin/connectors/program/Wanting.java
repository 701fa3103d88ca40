package org.dunlin.connectors.program;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an object of a stream, or a notice, leads to.
 *
 * @param when fits where it gives something other than false; always where absent
 * @param stream whose object is wanted
 * @param key the wanted object's; a list of them wants each
 * @param with values that go along: {@code {parent.NAME}}
 */
public record Wanting(
    @Nullable Selector when, String stream, Selector key, Map<String, Selector> with) {
  public Wanting {
    with = Map.copyOf(with);
  }
}
