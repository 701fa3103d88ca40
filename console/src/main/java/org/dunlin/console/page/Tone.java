package org.dunlin.console.page;

import org.dunlin.core.dunning.GateFinding;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.CheckoutState;
import org.dunlin.core.model.MandateState;
import org.dunlin.core.model.PaymentLinkState;
import org.dunlin.core.port.RouteState;
import org.dunlin.store.call.OutboundCall;
import org.dunlin.store.debit.DebitState;
import org.dunlin.store.dialogue.StandstillState;
import org.dunlin.store.event.EventEndpoint;
import org.dunlin.store.inbox.DeliveryState;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.people.Person;
import org.dunlin.store.tieout.TieOutState;
import org.dunlin.store.view.AllocationLine;
import org.dunlin.store.view.WorkList.Urgency;
import org.dunlin.work.program.Health;

/** How a state is drawn: as good, as bad, as waiting, or plain. */
public final class Tone {
  private static final String GOOD = "good";
  private static final String BAD = "bad";
  private static final String WAIT = "wait";
  private static final String PLAIN = "";

  private Tone() {}

  /** Of a message. */
  public static String of(EffectState state) {
    return switch (state) {
      case SENT -> GOOD;
      case UNKNOWN, FAILED -> BAD;
      case AWAITING_APPROVAL, PENDING, CLAIMED, SENDING -> WAIT;
      case CANCELLED, SHADOW -> PLAIN;
    };
  }

  /** Of a program that is told what happens. */
  public static String of(EventEndpoint.Standing state) {
    return switch (state) {
      case ON -> GOOD;
      case OFF -> PLAIN;
      case FAILED -> BAD;
    };
  }

  /** Of a call: whether it was answered, and not with an error. */
  public static String of(OutboundCall call) {
    return call.succeeded() ? GOOD : BAD;
  }

  /** Of somebody who may sign in. */
  public static String of(Person.State state) {
    return switch (state) {
      case ACTIVE -> GOOD;
      case INVITED -> WAIT;
      case OFF -> BAD;
    };
  }

  /** Of what was found as a message was to leave. */
  public static String of(GateFinding.Found found) {
    return switch (found) {
      case PASSED -> GOOD;
      case WAITS -> WAIT;
      case STOPPED -> BAD;
    };
  }

  /** Of what stops dunning because somebody said so. */
  public static String of(StandstillState state) {
    return switch (state) {
      case KEPT, CREDITED -> GOOD;
      case BROKEN -> BAD;
      case OPEN, PROPOSED, AGREED, ACCEPTED -> WAIT;
      case WITHDRAWN, REJECTED, REFUSED, LIFTED, ENDED -> PLAIN;
    };
  }

  /** Of a debit. */
  public static String of(DebitState state) {
    return switch (state) {
      case SETTLED -> GOOD;
      case FAILED, RETURNED -> BAD;
      case ANNOUNCED, IN_FILE, SUBMITTED -> WAIT;
      case WITHDRAWN -> PLAIN;
    };
  }

  /** Of a mandate. */
  public static String of(MandateState state) {
    return switch (state) {
      case ACTIVE -> GOOD;
      case PENDING -> WAIT;
      case REVOKED, LAPSED -> PLAIN;
    };
  }

  /** Of a payment link. */
  public static String of(PaymentLinkState state) {
    return switch (state) {
      case PAID -> GOOD;
      case OPEN -> WAIT;
      case EXPIRED, VOID -> PLAIN;
    };
  }

  /** Of an attempt to pay. */
  public static String of(CheckoutState state) {
    return switch (state) {
      case PAID -> GOOD;
      case FAILED -> BAD;
      case OPEN, PENDING -> WAIT;
      case EXPIRED, CANCELLED -> PLAIN;
    };
  }

  /** Of a task. */
  public static String of(Urgency urgency) {
    return switch (urgency) {
      case ESCALATED -> BAD;
      case OVERDUE, DUE -> WAIT;
      case COMING -> PLAIN;
    };
  }

  /** Of a reminder. */
  public static String of(ActionState state) {
    return switch (state) {
      case SENT, DONE -> GOOD;
      case UNKNOWN, FAILED -> BAD;
      case DUE, HELD, AWAITING_APPROVAL, SENDING -> WAIT;
      case CANCELLED -> PLAIN;
    };
  }

  /** Of an allocation. */
  public static String of(AllocationLine line) {
    if (line.undone()) {
      return PLAIN;
    }
    return switch (line.decision()) {
      case AUTOMATIC, CONFIRMED, MANUAL, BOOKED -> GOOD;
      case SUGGESTED -> WAIT;
      case CONFLICT -> BAD;
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

  /** Of a flow. */
  public static String of(FlowGroup.Health health) {
    return switch (health) {
      case WELL -> GOOD;
      case FAILING -> BAD;
      case BUSY, PAUSED -> WAIT;
      case NEW -> PLAIN;
    };
  }

  /** Of a connection to a program. */
  public static String of(Health.State state) {
    return switch (state) {
      case AUTHORISED -> GOOD;
      case FAILING, REAUTHORISE -> BAD;
      case SYNCING, LIMITED, PAUSED -> WAIT;
    };
  }

  /** Of a tie-out. */
  public static String of(TieOutState state) {
    return switch (state) {
      case TIES -> GOOD;
      case DIFFERS -> BAD;
      case CANNOT_TELL, READING, CONFIRMING -> WAIT;
    };
  }

  /** Of a route. */
  public static String of(RouteState state) {
    return switch (state) {
      case RUNNING -> GOOD;
      case STOPPED -> BAD;
      case CHANGING, SWITCHED_OFF, SUSPENDED -> WAIT;
    };
  }
}
