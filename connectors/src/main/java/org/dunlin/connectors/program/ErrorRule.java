package org.dunlin.connectors.program;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an answer means. It fits when all that is given of status, headers and {@code when} fits.
 *
 * @param statuses any of them; all where empty
 * @param headers names in lower case, and the pattern (java.util.regex) of which a part must be
 *     found in the value
 * @param when fits where it gives something of the body
 * @param untilLimit with WAIT: until the window of this limit ends
 * @param pause with WAIT: so long, unless the answer says how long (Retry-After)
 * @param say the sentence in the body
 */
public record ErrorRule(
    List<Statuses> statuses,
    Map<String, String> headers,
    @Nullable Selector when,
    Then then,
    @Nullable String untilLimit,
    @Nullable Duration pause,
    @Nullable Selector say) {
  public ErrorRule {
    statuses = List.copyOf(statuses);
    headers = Map.copyOf(headers);
  }

  /** HTTP statuses from one to another, both included. */
  public record Statuses(int from, int to) {
    /** Whether the status is one of them. */
    public boolean has(int status) {
      return from <= status && status <= to;
    }
  }

  /** What the hub does; its word in a manifest is in lower case. */
  public enum Then {
    OK,
    RETRY,
    WAIT,
    REFRESH,
    REAUTHORISE,
    GONE,
    REFUSE
  }
}
