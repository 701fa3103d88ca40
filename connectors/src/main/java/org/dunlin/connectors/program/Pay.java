package org.dunlin.connectors.program;

import java.util.List;

/**
 * How a payment provider stands to the hub. Its payments are money on an account of its own, not
 * bookings, and checkouts may be begun there.
 *
 * @param stream whose fetch says, by the provider's id, how one checkout stands
 * @param test what tells a connection with which no money moves
 */
public record Pay(String stream, List<TestSign> test) {
  public Pay {
    test = List.copyOf(test);
  }

  /**
   * A value by which a connection for tests is known.
   *
   * @param begins with what the value of the setting begins
   */
  public record TestSign(String setting, String begins) {
    /** Whether these facts bear it. */
    boolean in(Facts facts) {
      return facts
          .value("settings." + setting)
          .filter(value -> value.plain().strip().startsWith(begins))
          .isPresent();
    }
  }

  /** Whether no money moves on a connection of which this is known. */
  public boolean isTest(Facts facts) {
    return test.stream().anyMatch(sign -> sign.in(facts));
  }
}
