package org.dunlin.config.crash;

import java.util.concurrent.CountDownLatch;
import org.dunlin.config.crash.Stop.Leaving;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Enclosures;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Outlet;
import org.dunlin.core.port.Refused;
import org.dunlin.core.port.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Stops the thread that comes to the step that was asked for, in the middle of what it does: within
 * its transaction, with its locks and its lease. It goes on when told to, or is killed there.
 */
final class Stops implements Checkpoint {
  private final ThreadLocal<Leaving> leaving = ThreadLocal.withInitial(() -> Leaving.ANYTHING);
  private final Telling telling = new Telling();
  private @Nullable Stop armed;
  private int passings;
  private CountDownLatch released = new CountDownLatch(0);
  private Runnable told = () -> {};
  private volatile @Nullable DeadlyFile deadly;

  /** Asks for one stop; who waits for it is told once a thread stands there. */
  synchronized void arm(Stop stop, Runnable told) {
    this.armed = stop;
    this.passings = 0;
    this.released = new CountDownLatch(1);
    this.told = told;
  }

  /** Lets the thread that was stopped go on, and no other stop. */
  synchronized void release() {
    armed = null;
    released.countDown();
  }

  /** Makes a file deadly; none is when there is none. */
  void put(@Nullable DeadlyFile file) {
    deadly = file;
  }

  @Override
  public void reached(Step step) {
    DeadlyFile file = deadly;
    if (file != null && step == Step.TRANSLATE_CLAIMED) {
      file.killIfTranslated();
    }
    boolean mail = step == Step.DELIVER_SENT && leaving.get() == Leaving.MAIL;
    passed(step, mail ? Leaving.MAIL : Leaving.ANYTHING);
  }

  /** The way out, with a stop for e-mails right before they leave. */
  Outlet before(Outlet outlet) {
    return (dispatch, enclosures) -> send(outlet, dispatch, enclosures);
  }

  /** The way to programs, with a stop for write-backs and payments once the answer is here. */
  Wire behind(Wire wire) {
    return (line, call) -> {
      var reply = wire.exchange(line, call);
      if (telling.tells() && !call.method().equals("GET")) {
        passed(Step.DELIVER_SENT, Leaving.WRITE_BACK);
      }
      if (call.method().equals("POST") && call.address().getPath().equals("/v2/payments")) {
        passed(Step.DELIVER_SENT, Leaving.CHECKOUT);
      }
      return reply;
    };
  }

  private void send(Outlet outlet, Dispatch dispatch, Enclosures enclosures)
      throws NotSent, Refused {
    switch (dispatch) {
      case Dispatch.Email email -> {
        leaving.set(Leaving.MAIL);
        passed(Step.DELIVER_SENDING, Leaving.MAIL);
        outlet.send(email, enclosures);
      }
      case Dispatch.StatusFile file -> {
        leaving.set(Leaving.ANYTHING);
        outlet.send(file, enclosures);
      }
      case Dispatch.OutgoingFile file -> {
        leaving.set(Leaving.ANYTHING);
        outlet.send(file, enclosures);
      }
      case Dispatch.Event event -> {
        leaving.set(Leaving.ANYTHING);
        outlet.send(event, enclosures);
      }
      case Dispatch.Letter letter -> {
        leaving.set(Leaving.ANYTHING);
        outlet.send(letter, enclosures);
      }
      case Dispatch.HandOver given -> {
        leaving.set(Leaving.ANYTHING);
        outlet.send(given, enclosures);
      }
      case Dispatch.Text text -> {
        leaving.set(Leaving.ANYTHING);
        outlet.send(text, enclosures);
      }
      case Dispatch.WriteBack told -> {
        leaving.set(Leaving.WRITE_BACK);
        telling.begin();
        try {
          outlet.send(told, enclosures);
        } finally {
          telling.end();
        }
      }
    }
  }

  private void passed(Step step, Leaving left) {
    Standing standing = stopsHere(step, left);
    if (standing != null) {
      telling.standStill(standing.released(), standing.told());
    }
  }

  /** What a thread that stands somewhere waits for, and who is told that it stands there. */
  private record Standing(CountDownLatch released, Runnable told) {}

  private synchronized @Nullable Standing stopsHere(Step step, Leaving left) {
    Stop stop = armed;
    if (stop == null || !stop.counts(step, left) || ++passings < stop.passing()) {
      return null;
    }
    armed = null;
    return new Standing(released, told);
  }
}
