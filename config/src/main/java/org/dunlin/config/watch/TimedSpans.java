package org.dunlin.config.watch;

import java.time.Duration;
import org.dunlin.core.port.Spans;

/** Measures how long the steps of the work take. */
public final class TimedSpans implements Spans {
  private final Metrics metrics;
  private final Spans others;

  /** Into these metrics; these others are told, too. */
  public TimedSpans(Metrics metrics, Spans others) {
    this.metrics = metrics;
    this.others = others;
  }

  @Override
  public void in(Work work, Runnable task) {
    long begin = System.nanoTime();
    boolean well = false;
    try {
      others.in(work, task);
      well = true;
    } finally {
      metrics.step(work, well, Duration.ofNanos(System.nanoTime() - begin));
    }
  }
}
