package org.dunlin.store.warning;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers what the hub warns of. It stands in {@code logback-test.xml}, since a hub that starts
 * reads that anew and would lose what was added by hand.
 */
public final class Warnings extends AppenderBase<ILoggingEvent> {
  private static final List<ILoggingEvent> GATHERED = new ArrayList<>();

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
      event.prepareForDeferredProcessing();
      synchronized (GATHERED) {
        GATHERED.add(event);
      }
    }
  }

  /** Those since they were forgotten last, in their order. */
  static List<ILoggingEvent> gathered() {
    synchronized (GATHERED) {
      return List.copyOf(GATHERED);
    }
  }

  static void forget(List<ILoggingEvent> told) {
    synchronized (GATHERED) {
      GATHERED.removeAll(told);
    }
  }
}
