package org.dunlin.sandbox.program.mollie;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dunlin.sandbox.program.Notices;

/**
 * Notices: a form with the id of the payment and nothing else, unsigned, at whatever becomes of it.
 * They may be kept back, and go in another order.
 */
public final class MollieHooks {
  private static final Map<String, String> FORM =
      Map.of("Content-Type", "application/x-www-form-urlencoded", "User-Agent", "Mollie/1.0 HTTP");

  private final Notices notices = new Notices();
  private final List<MolliePayment> kept = new ArrayList<>();
  private boolean keeping;
  private boolean beforeRedirect;

  /** Loses notices, doubles them, waits for them. */
  public Notices notices() {
    return notices;
  }

  /** Keeps notices back from now on. */
  public synchronized void keepBack() {
    keeping = true;
  }

  /** Sends what was kept back, late, and keeps nothing back any more. */
  public synchronized void release() {
    release(kept);
  }

  /** As above, the last of them first. */
  public synchronized void releaseReversed() {
    release(kept.reversed());
  }

  private void release(List<MolliePayment> order) {
    List<MolliePayment> late = List.copyOf(order);
    keeping = false;
    kept.clear();
    late.forEach(this::send);
  }

  /** Whether the payer is sent back only when the receiver has answered the notice. */
  public synchronized void beforeRedirect(boolean first) {
    beforeRedirect = first;
  }

  /** Sends a notice of a payment, whatever became of it or not. */
  public void send(MolliePayment payment) {
    byte[] body = ("id=" + payment.id()).getBytes(StandardCharsets.UTF_8);
    payment.notified().ifPresent(address -> notices.send(address, FORM, body));
  }

  synchronized void changed(MolliePayment payment) {
    if (keeping) {
      kept.add(payment);
    } else {
      send(payment);
    }
  }

  void redirecting() {
    boolean first;
    synchronized (this) {
      first = beforeRedirect;
    }
    if (first) {
      notices.drain();
    }
  }
}
