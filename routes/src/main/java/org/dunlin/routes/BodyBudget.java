package org.dunlin.routes;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of answers may be in memory while they come in, of all requests together. The
 * first of each answer are free, so that no small one fails since others are large.
 */
final class BodyBudget {
  private static final long FREE = 64 << 10;

  private final AtomicLong left;

  BodyBudget(long bytes) {
    left = new AtomicLong(bytes);
  }

  /** What one answer holds of it. */
  final class Share {
    private long read;
    private long held;

    /** Takes more of the answer; false where there is no room for it. */
    boolean take(int bytes) {
      read += bytes;
      long more = Math.max(0, read - FREE) - held;
      if (more > 0 && left.addAndGet(-more) < 0) {
        left.addAndGet(more);
        return false;
      }
      held += Math.max(0, more);
      return true;
    }

    /** Gives all of it back. */
    void giveBack() {
      left.addAndGet(held);
      held = 0;
      read = 0;
    }
  }

  Share share() {
    return new Share();
  }
}
