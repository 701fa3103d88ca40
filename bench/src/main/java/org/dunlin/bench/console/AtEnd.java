package org.dunlin.bench.console;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is done at the end, whether the benchmark comes to it, gives up or is broken off: the last
 * first, and each once.
 */
final class AtEnd implements AutoCloseable {
  private final Deque<Runnable> acts = new ArrayDeque<>();
  private final Thread brokenOff = new Thread(this::end, "the benchmark is broken off");

  AtEnd() {
    Runtime.getRuntime().addShutdownHook(brokenOff);
  }

  synchronized void also(Runnable act) {
    acts.push(act);
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(brokenOff);
    } catch (IllegalStateException e) {
      // it is what ends this
    }
  }

  private synchronized void end() {
    while (!acts.isEmpty()) {
      acts.pop().run();
    }
  }
}
