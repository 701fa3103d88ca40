package org.dunlin.sandbox.program;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** What is to go wrong with the next requests; at first nothing does. */
public final class Trouble {
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Deque<Planned> planned = new ArrayDeque<>();
  private final Deque<Planned> plannedForTokens = new ArrayDeque<>();
  private final Deque<Meanwhile> meanwhile = new ArrayDeque<>();
  private CountDownLatch held = new CountDownLatch(1);
  private volatile Duration each = Duration.ZERO;

  private static final class Planned {
    private final Happening happening;
    private final Predicate<Ask> which;
    private int left;

    Planned(int left, Happening happening, Predicate<Ask> which) {
      this.left = left;
      this.happening = happening;
      this.which = which;
    }
  }

  private record Meanwhile(Predicate<Ask> which, Runnable action) {}

  /** Lets something happen to the next requests of the API, requests for tokens aside. */
  public synchronized void next(int requests, Happening happening) {
    next(requests, happening, ask -> true);
  }

  /** As above, to those requests that fit. */
  public synchronized void next(int requests, Happening happening, Predicate<Ask> which) {
    planned.add(new Planned(requests, happening, which));
  }

  /** Lets something happen to the next requests for tokens. */
  public synchronized void nextForTokens(int requests, Happening happening) {
    plannedForTokens.add(
        new Planned(
            requests,
            happening,
            ask -> ask.method().equals("POST") && ask.form().containsKey("grant_type")));
  }

  /**
   * Runs something once, after the next request that fits is answered: so a record changes while
   * somebody pages through the records.
   */
  public synchronized void after(Predicate<Ask> which, Runnable action) {
    meanwhile.add(new Meanwhile(which, action));
  }

  /** Lets every answer take so long from now on, as one of a program that is far away does. */
  public void takeTime(Duration span) {
    each = span;
  }

  /** Answers what was held back, and holds what is to be held from now on. */
  public synchronized void release() {
    held.countDown();
    held = new CountDownLatch(1);
  }

  /** Lets nothing go wrong any more. */
  public synchronized void behave() {
    planned.clear();
    plannedForTokens.clear();
    meanwhile.clear();
    each = Duration.ZERO;
    release();
  }

  synchronized Optional<Happening> take(Ask ask) {
    return take(ask, planned);
  }

  synchronized Optional<Happening> takeForTokens(Ask ask) {
    return take(ask, plannedForTokens);
  }

  private static Optional<Happening> take(Ask ask, Deque<Planned> planned) {
    Iterator<Planned> plans = planned.iterator();
    while (plans.hasNext()) {
      Planned plan = plans.next();
      if (plan.which.test(ask)) {
        plan.left--;
        if (plan.left <= 0) {
          plans.remove();
        }
        return Optional.of(plan.happening);
      }
    }
    return Optional.empty();
  }

  void answered(Ask ask) {
    Runnable action = null;
    synchronized (this) {
      Iterator<Meanwhile> actions = meanwhile.iterator();
      while (action == null && actions.hasNext()) {
        Meanwhile next = actions.next();
        if (next.which().test(ask)) {
          action = next.action();
          actions.remove();
        }
      }
    }
    if (action != null) {
      action.run();
    }
  }

  /** Waits as long as every answer takes. */
  void pass() {
    if (each.isPositive()) {
      LockSupport.parkNanos(each.toNanos());
    }
  }

  /** Waits until released. */
  void hold() {
    CountDownLatch latch;
    synchronized (this) {
      latch = held;
    }
    try {
      if (!latch.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
