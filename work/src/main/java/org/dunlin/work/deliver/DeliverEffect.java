package org.dunlin.work.deliver;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Freshness;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Outlet;
import org.dunlin.core.port.Refused;
import org.dunlin.core.port.Spans;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Collision;
import org.dunlin.store.Stores;
import org.dunlin.store.lease.LeaseLost;
import org.dunlin.store.outbox.ClaimedEffect;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectKind.DeliveryKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.outbox.Outbox.WriteBacksToo;
import org.dunlin.work.Payloads;
import org.dunlin.work.Rest;
import org.dunlin.work.Rush;
import org.dunlin.work.call.KeptMail;
import org.dunlin.work.dun.SourceHolds;
import org.dunlin.work.message.StoredEnclosures;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the next effect leave, once. What may leave is asked again right before; that it may have
 * left is committed before the first byte.
 */
public final class DeliverEffect {
  private static final Logger LOG = LoggerFactory.getLogger(DeliverEffect.class);
  private static final int MOST_RECORDINGS = 5;
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** What may leave after so long at the latest is not left to a sweep. */
  private static final Duration SOON = Duration.ofSeconds(10);

  /** What programs are told may come a little later; that a payer has paid may not. */
  private static final Duration IN_A_RUSH = Duration.ofMillis(100);

  /** What is seldom there is looked for so seldom, once there was none. */
  private static final Duration REST = Duration.ofMillis(100);

  /** So many effects leave at once. */
  public static final int WORKERS = 8;

  /** Programs may let a worker wait; mails have places of their own. */
  static final int WRITING = 4;

  /** Of what happens nobody waits for the news as for a mail or a booking. */
  static final int TELLING = 2;

  private final Stores stores;
  private final Outlet outlet;
  private final Checkpoint checkpoint;
  private final SendingGate gate;
  private final Outcomes outcomes;
  private final Spans spans;
  private final Semaphore writeBacks = new Semaphore(WRITING);
  private final Semaphore events = new Semaphore(TELLING);
  private volatile Rush.Pace pace = Rush.NEVER.pace(IN_A_RUSH);
  private volatile Rush.Pace eventPace = Rush.NEVER.pace(IN_A_RUSH);
  private volatile Rest restOfEvents = new Rest(Duration.ZERO);
  private volatile Rest restOfAbandoned = new Rest(Duration.ZERO);

  /** From the outbox of these stores through this way out; programs cannot be told anything. */
  public DeliverEffect(Stores stores, Outlet outlet, Checkpoint checkpoint) {
    this(stores, outlet, checkpoint, Abilities.NONE);
  }

  /**
   * From the outbox of these stores through this way out; of reminders that went the programs are
   * told as far as they are able.
   */
  public DeliverEffect(Stores stores, Outlet outlet, Checkpoint checkpoint, Abilities abilities) {
    this(
        stores,
        outlet,
        checkpoint,
        abilities,
        new SourceHolds(stores, Freshness.NONE, SourceHolds.MOST_AGE, Clock.systemUTC()));
  }

  /**
   * The same.
   *
   * @param sources what is asked whether the programs of the invoices were read lately
   */
  public DeliverEffect(
      Stores stores,
      Outlet outlet,
      Checkpoint checkpoint,
      Abilities abilities,
      SourceHolds sources) {
    this(stores, outlet, checkpoint, abilities, sources, Spans.NONE);
  }

  /**
   * The same.
   *
   * @param spans who is told of each effect that is tried
   */
  public DeliverEffect(
      Stores stores,
      Outlet outlet,
      Checkpoint checkpoint,
      Abilities abilities,
      SourceHolds sources,
      Spans spans) {
    this.spans = spans;
    this.stores = stores;
    this.outlet = outlet;
    this.checkpoint = checkpoint;
    this.gate = new SendingGate(stores, sources);
    this.outcomes = new Outcomes(stores, abilities);
  }

  /**
   * Tells programs at a slow pace while this lasts, and looks for what is seldom there ten times a
   * second at most.
   */
  public DeliverEffect giveWay(Rush rush) {
    restOfEvents = new Rest(REST);
    restOfAbandoned = new Rest(REST);
    pace = rush.pace(IN_A_RUSH);
    eventPace = rush.pace(IN_A_RUSH);
    return this;
  }

  /**
   * Delivers the effect that waits longest; false when none may leave now. What programs are told
   * has places of its own, of which the last is for those that answer; so have events.
   */
  public boolean next() {
    return event() || other();
  }

  private boolean event() {
    if (restOfEvents.isOn(this::askAgain)
        || !eventPace.turn(this::askAgain)
        || !events.tryAcquire()) {
      return false;
    }
    try {
      boolean silentToo = events.availablePermits() > 0;
      Optional<ClaimedEffect> claimed =
          stores.transactions().in(() -> claim(() -> stores.outbox().claimEvent(silentToo)));
      claimed.ifPresentOrElse(this::keep, restOfEvents::begin);
      return claimed.isPresent();
    } finally {
      events.release();
    }
  }

  private void askAgain(Duration wait) {
    stores.wakeups().wakeAfter(wait, Stage.DELIVER);
  }

  private boolean other() {
    boolean turn = pace.turn(this::askAgain);
    boolean place = turn && writeBacks.tryAcquire();
    boolean silentToo = place && writeBacks.availablePermits() > 0;
    WriteBacksToo too =
        !place ? WriteBacksToo.NONE : silentToo ? WriteBacksToo.ALL : WriteBacksToo.ANSWERING;
    try {
      Optional<ClaimedEffect> claimed =
          stores
              .transactions()
              .in(
                  () -> {
                    endAbandoned();
                    return claim(() -> stores.outbox().claim(too));
                  });
      boolean writes = claimed.filter(DeliverEffect::mayWait).isPresent();
      if (place && !writes) {
        writeBacks.release();
        place = false;
      }
      claimed.ifPresent(this::keep);
      return claimed.isPresent();
    } finally {
      if (place) {
        writeBacks.release();
      }
    }
  }

  private void endAbandoned() {
    if (!restOfAbandoned.isOn()) {
      outcomes.endAbandoned();
      restOfAbandoned.begin();
    }
  }

  private Optional<ClaimedEffect> claim(Supplier<Optional<ClaimedEffect>> next) {
    return stores.settings().stopped() ? Optional.empty() : next.get();
  }

  /** Whether it goes to a program or a server that may let a worker wait. */
  private static boolean mayWait(ClaimedEffect claimed) {
    return switch (claimed.effect().kind()) {
      case EMAIL, STATUS_FILE, EVENT -> false; // events have places of their own
      case WRITE_BACK, OUTGOING_FILE, LETTER, TEXT, HANDOVER -> true;
    };
  }

  private void keep(ClaimedEffect claimed) {
    Effect effect = claimed.effect();
    stores
        .leases()
        .keepEffect(
            effect.companyId(),
            effect.id(),
            claimed.lease(),
            () ->
                spans.in(
                    new Spans.Work(
                        Spans.Step.DELIVER, effect.companyId(), effect.connectionId(), effect.id()),
                    () -> deliver(claimed)));
  }

  private void deliver(ClaimedEffect claimed) {
    checkpoint.reached(Step.DELIVER_CLAIMED);
    try {
      Optional<Leaving> leaving = stores.transactions().in(() -> permitted(claimed));
      if (leaving.isPresent()) {
        checkpoint.reached(Step.DELIVER_SENDING);
        send(claimed, leaving.get());
      }
    } catch (LeaseLost e) {
      LOG.warn("{}; what this process knew of it is dropped", e.getMessage());
    }
  }

  /**
   * What leaves.
   *
   * @param blind whether it may do so once at most
   */
  private record Leaving(Dispatch dispatch, boolean blind) {}

  /** What may leave; when nothing may, the effect has been ended or put back. */
  private Optional<Leaving> permitted(ClaimedEffect claimed) {
    return switch (gate.ask(claimed.effect())) {
      case SendingGate.Answer.Go go -> {
        boolean blind = blind(claimed.effect(), go.dispatch());
        if (blind) {
          stores.outbox().sending(claimed);
          outcomes.action(claimed.effect(), ActionState.SENDING);
        }
        yield Optional.of(new Leaving(go.dispatch(), blind));
      }
      case SendingGate.Answer.Wait wait -> {
        stores.outbox().notYet(claimed, wait.atLeast(), wait.reason());
        wakeAfter(wait.atLeast());
        yield Optional.empty();
      }
      case SendingGate.Answer.Never never -> {
        outcomes.end(claimed, never.state(), ActionState.CANCELLED, never.reason());
        yield Optional.empty();
      }
    };
  }

  private void send(ClaimedEffect claimed, Leaving leaving) {
    Effect effect = claimed.effect();
    Dispatch dispatch = leaving.dispatch();
    KeptMail mail = new KeptMail(stores, effect, dispatch);
    try {
      outlet.send(dispatch, new StoredEnclosures(stores, effect.companyId()), mail);
      checkpoint.reached(Step.DELIVER_SENT);
      recordSent(claimed);
      mail.taken();
      stores.flows().succeeded(effect.companyId(), effect.connectionId(), "deliver");
      stores.wakeups().wake(Stage.DELIVER);
    } catch (NotSent e) {
      mail.notSent(e.getMessage());
      tryLater(claimed, e.getMessage(), e.pause().orElse(Duration.ZERO));
    } catch (Refused e) {
      mail.refused(e.getMessage());
      refused(claimed, dispatch, e);
    } catch (LeaseLost e) {
      throw e;
    } catch (RuntimeException e) {
      mail.unknown(e.getMessage());
      unknown(claimed, leaving.blind(), e);
    }
  }

  /**
   * A refusal by the test mailbox says nothing of the address for which the message was meant: it
   * leaves once the server takes messages for that mailbox.
   */
  private void refused(ClaimedEffect claimed, Dispatch dispatch, Refused refused) {
    Effect effect = claimed.effect();
    String sentence = String.valueOf(refused.getMessage());
    if (!dispatch.equals(Payloads.dispatch(effect))) {
      tryLater(claimed, sentence, Duration.ZERO);
      return;
    }
    stores
        .transactions()
        .run(
            () -> {
              outcomes.end(claimed, EffectState.FAILED, ActionState.FAILED, sentence);
              if (refused.address()) {
                address(dispatch).ifPresent(to -> stores.outbox().addressRefused(effect, to));
              }
            });
    stores.flows().failed(effect.companyId(), effect.connectionId(), "deliver", sentence);
  }

  private static Optional<String> address(Dispatch dispatch) {
    return dispatch instanceof Dispatch.Email email
        ? Optional.of(email.to())
        : dispatch instanceof Dispatch.Text text ? Optional.of(text.to()) : Optional.empty();
  }

  /** It has left, so whoever else changes the same rows must not make that unknown. */
  private void recordSent(ClaimedEffect claimed) {
    for (int attempt = 1; ; attempt++) {
      try {
        stores.transactions().run(() -> outcomes.sent(claimed));
        return;
      } catch (Collision e) {
        if (attempt == MOST_RECORDINGS) {
          throw e;
        }
      }
    }
  }

  private void unknown(ClaimedEffect claimed, boolean blind, RuntimeException e) {
    Effect effect = claimed.effect();
    LOG.warn("it is not known whether effect {} has left", effect.id(), e);
    if (blind) {
      String sentence = "It may or may not have left: " + e.getMessage();
      stores
          .transactions()
          .run(() -> outcomes.end(claimed, EffectState.UNKNOWN, ActionState.UNKNOWN, sentence));
      stores.flows().failed(effect.companyId(), effect.connectionId(), "deliver", sentence);
    } else {
      tryLater(claimed, "It did not go through: " + e.getMessage(), Duration.ZERO);
    }
  }

  private void tryLater(ClaimedEffect claimed, @Nullable String reason, Duration atLeast) {
    Effect effect = claimed.effect();
    Duration usual = wait(effect.attempts());
    Duration wait = usual.compareTo(atLeast) < 0 ? atLeast : usual;
    String sentence = String.valueOf(reason);
    stores
        .transactions()
        .run(
            () -> {
              stores.outbox().later(claimed, wait, sentence);
              outcomes.action(effect, ActionState.DUE);
            });
    wakeAfter(wait);
    stores.flows().failed(effect.companyId(), effect.connectionId(), "deliver", sentence);
  }

  /** The clock of the database, which decides, may be a little behind. */
  private void wakeAfter(Duration wait) {
    if (wait.compareTo(SOON) <= 0) {
      stores.wakeups().wakeAfter(wait.plusMillis(1), Stage.DELIVER);
    }
  }

  /** Twice as long after each attempt, from two seconds to an hour. */
  private static Duration wait(int attempts) {
    Duration wait = Duration.ofSeconds(1L << Math.min(attempts, 12));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  private boolean blind(Effect effect, Dispatch dispatch) {
    boolean recall = effect.kind() == EffectKind.HANDOVER && effect.actionId() == null;
    return effect.kind().delivery() == DeliveryKind.BLIND
        && !(recall && !MailHandOver.isMailed(stores, effect)) // the same file, put again
        && !outlet.isRepeatable(dispatch);
  }
}
