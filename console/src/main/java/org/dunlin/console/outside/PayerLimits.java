package org.dunlin.console.outside;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.dunlin.console.limit.Limits;

/**
 * How often the payer's page is opened and its forms are sent, by address and by link, and how many
 * payments are begun at once. Of so many keys no more than some thousand are remembered, those used
 * last.
 */
public final class PayerLimits {
  /**
   * Each waits for the provider on a thread of the listener: fewer than it has, so that pages and
   * notices of programs are answered meanwhile.
   */
  private static final int MOST_STARTS = 8;

  private final Limits reads;
  private final Limits sends;
  private final Limits unknown;
  private final Semaphore starts;

  /** At these rates. */
  public PayerLimits(Rates rates) {
    this(rates, MOST_STARTS);
  }

  /**
   * At these rates.
   *
   * @param starts so many payments are begun at a time
   */
  public PayerLimits(Rates rates, int starts) {
    this.reads = new Limits(rates.reads(), PERIOD);
    this.sends = new Limits(rates.sends(), PERIOD);
    this.unknown = new Limits(rates.unknown(), PERIOD);
    this.starts = new Semaphore(starts);
  }

  /**
   * So many in a minute.
   *
   * @param reads pages and documents from one address, and of one link
   * @param sends forms from one address, and of one link
   * @param unknown links from one address that are none
   */
  public record Rates(int reads, int sends, int unknown) {
    /** What people need, also those who share an address. */
    public static final Rates USUAL = new Rates(120, 20, 30);
  }

  /** What is counted. */
  enum Kind {
    READ,
    SEND,
    UNKNOWN
  }

  /** Within which time the count begins anew. */
  static final Duration PERIOD = Duration.ofMinutes(1);

  /** Begins a payment; empty, and nothing is begun, where too many are being begun. */
  <T> Optional<T> starting(Supplier<T> start) {
    if (!starts.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return Optional.of(start.get());
    } finally {
      starts.release();
    }
  }

  /** Counts one; false where there were too many. */
  boolean permit(Kind kind, String key) {
    return limits(kind).count(key).permitted();
  }

  /** Whether one more would be too many; it is not counted. */
  boolean spent(Kind kind, String key) {
    return limits(kind).spent(key);
  }

  private Limits limits(Kind kind) {
    return switch (kind) {
      case READ -> reads;
      case SEND -> sends;
      case UNKNOWN -> unknown;
    };
  }
}
