package org.dunlin.console.page;

import org.dunlin.core.model.ActionState;
import org.dunlin.store.inbox.DeliveryState;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.view.AllocationLine;

/** The class by which the style sheet colours a state: good, bad, waiting, or none. */
public final class Tone {
  private static final String GOOD = "good";
  private static final String BAD = "bad";
  private static final String WAIT = "wait";
  private static final String NONE = "";

  private Tone() {}

  /** Of a message. */
  public static String of(EffectState state) {
    return switch (state) {
      case SENT -> GOOD;
      case FAILED, UNKNOWN -> BAD;
      case AWAITING_APPROVAL, PENDING, CLAIMED, SENDING -> WAIT;
      case CANCELLED, SHADOW -> NONE;
    };
  }

  /** Of a reminder. */
  public static String of(ActionState state) {
    return switch (state) {
      case SENT, DONE -> GOOD;
      case FAILED, UNKNOWN -> BAD;
      case DUE, HELD, AWAITING_APPROVAL, SENDING -> WAIT;
      case CANCELLED -> NONE;
    };
  }

  /** Of a delivery. */
  public static String of(DeliveryState state) {
    return switch (state) {
      case APPLIED -> GOOD;
      case QUARANTINED, POISON -> BAD;
      case NEW, CLAIMED -> WAIT;
    };
  }

  /** Of an allocation. */
  public static String of(AllocationLine line) {
    if (line.undone()) {
      return NONE;
    }
    return switch (line.decision()) {
      case AUTOMATIC, CONFIRMED, MANUAL, BOOKED -> GOOD;
      case SUGGESTED -> WAIT;
      case CONFLICT -> BAD;
    };
  }
}
