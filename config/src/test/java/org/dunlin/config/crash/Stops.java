package org.dunlin.config.crash;

import java.util.concurrent.CountDownLatch;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Enclosures;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Outlet;
import org.dunlin.core.port.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Stops the thread that comes to the step that was asked for, in the middle of what it does: within
 * its transaction, with its locks and its lease. It goes on when told to, or is killed there.
 */
final class Stops implements Checkpoint {
  private final ThreadLocal<Boolean> sendsMail = ThreadLocal.withInitial(() -> false);
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
    passed(step, step == Step.DELIVER_SENT && sendsMail.get());
  }

  /** The way out, with a stop for e-mails right before they leave. */
  Outlet before(Outlet outlet) {
    return (dispatch, enclosures) -> send(outlet, dispatch, enclosures);
  }

  private void send(Outlet outlet, Dispatch dispatch, Enclosures enclosures)
      throws NotSent, Refused {
    boolean mail = dispatch instanceof Dispatch.Email;
    sendsMail.set(mail);
    if (mail) {
      passed(Step.DELIVER_SENDING, true);
    }
    outlet.send(dispatch, enclosures);
  }

  private void passed(Step step, boolean mail) {
    CountDownLatch waited = stopsHere(step, mail);
    if (waited != null) {
      try {
        waited.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized @Nullable CountDownLatch stopsHere(Step step, boolean mail) {
    Stop stop = armed;
    if (stop == null
        || stop.step() != step
        || (stop.mail() && !mail)
        || ++passings < stop.passing()) {
      return null;
    }
    armed = null;
    told.run();
    return released;
  }
}
