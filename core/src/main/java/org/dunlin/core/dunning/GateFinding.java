package org.dunlin.core.dunning;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a check found as a message was to leave.
 *
 * @param of what was looked at, by name: ids of connections, accounts and invoices, amounts, dates
 *     as {@code yyyy-MM-dd}, instants as in RFC 3339; nothing of the customer
 */
public record GateFinding(GateCheck check, Found found, Map<String, String> of) {
  /** How it was. */
  public enum Found {
    /** It is as it has to be. */
    PASSED,
    /** Not yet: the message waits. */
    WAITS,
    /** It is not so: the message was withdrawn. */
    STOPPED
  }

  public GateFinding {
    of = Collections.unmodifiableMap(new TreeMap<>(of));
  }
}
