package org.dunlin.work;

import java.util.UUID;
import org.dunlin.store.outbox.Effect;

/** By which effects that tell programs what happened leave one after the other. */
public final class EventKeys {
  /** The road that all that programs are told takes; no connection has this name. */
  public static final String ROAD = "events";

  private static final String BEGIN = "event|";
  private static final String TEST = "test";
  private static final int UUID_LENGTH = 36;

  private EventKeys() {}

  /**
   * What is told a program about one thing.
   *
   * @param about the id of a customer, whose events keep their order; else the thing itself
   */
  public static String of(UUID endpointId, String about) {
    return BEGIN + endpointId + "|" + about;
  }

  /** What a person sends to see whether it arrives. */
  public static String ofTest(UUID endpointId) {
    return of(endpointId, TEST);
  }

  /** Whether a person sends it to see whether it arrives. */
  public static boolean isTest(String orderingKey) {
    return orderingKey.endsWith("|" + TEST);
  }

  /** Which program an effect tells. */
  public static UUID endpoint(Effect effect) {
    int begin = BEGIN.length();
    return UUID.fromString(effect.orderingKey().substring(begin, begin + UUID_LENGTH));
  }
}
