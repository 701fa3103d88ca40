package org.dunlin.work;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Whether notices come in by the dozen, and go on to. Then what payers wait for goes first, and
 * what nobody waits for at this moment goes on at a slow pace: in a rush it would take as much of
 * the machine.
 */
public final class Rush {
  /** Nothing gives way. */
  public static final Rush NEVER = new Rush();

  /** So many within two seconds are a rush; what programs tell after one write-back is none. */
  private static final int MANY = 60;

  private static final long WITHIN = TimeUnit.SECONDS.toNanos(2);
  private static final long GOES_ON = TimeUnit.MILLISECONDS.toNanos(200);

  private final long[] latest = new long[MANY];
  private long came;
  private volatile long until = System.nanoTime();

  /** A notice came in. */
  public synchronized void came() {
    long now = System.nanoTime();
    int place = (int) (came++ % MANY);
    if (came > MANY && now - latest[place] < WITHIN) {
      until = now + GOES_ON;
    }
    latest[place] = now;
  }

  /** Whether there is one now. */
  public boolean isOn() {
    return until - System.nanoTime() > 0;
  }

  /**
   * A pace for what gives way.
   *
   * @param between from one turn to the next while there is a rush
   */
  public Pace pace(Duration between) {
    return new Pace(this, between);
  }

  /** Gives turns: as many as are asked for while there is no rush. */
  public static final class Pace {
    private final Rush rush;
    private final Duration between;
    private final AtomicLong last;

    private Pace(Rush rush, Duration between) {
      this.rush = rush;
      this.between = between;
      last = new AtomicLong(System.nanoTime() - between.toNanos());
    }

    /** Whether it is the caller's turn; else it comes again after {@link #untilTurn}. */
    public boolean turn() {
      if (!rush.isOn()) {
        return true;
      }
      long now = System.nanoTime();
      long before = last.get();
      return now - before >= between.toNanos() && last.compareAndSet(before, now);
    }

    /**
     * The same.
     *
     * @param wakeAfter lets the caller ask again after so long, where it is not
     */
    public boolean turn(Consumer<Duration> wakeAfter) {
      boolean turn = turn();
      if (!turn) {
        wakeAfter.accept(untilTurn());
      }
      return turn;
    }

    /** How long until the caller may have a turn: the next in a rush, or the end of the rush. */
    public Duration untilTurn() {
      long now = System.nanoTime();
      long turn = last.get() + between.toNanos() - now;
      return Duration.ofNanos(Math.max(0, Math.min(turn, rush.until - now))).plusMillis(1);
    }
  }
}
