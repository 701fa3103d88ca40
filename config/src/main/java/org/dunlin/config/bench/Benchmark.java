package org.dunlin.config.bench;

import java.io.PrintWriter;

/**
 * Something whose speed is known beside that of a baseline. Implementations are named in {@code
 * META-INF/services} and found by {@link java.util.ServiceLoader}.
 */
public interface Benchmark {
  /** The word by which it is called: {@code dunlin bench NAME}. */
  String name();

  /** What it compares with what, in one sentence. */
  String sentence();

  /**
   * Measures value and baseline in rounds that alternate, so that noise hits both.
   *
   * @param words where to say what is going on; data does not belong there
   * @throws Exception when there is no figure; the message says why
   */
  Figure measure(PrintWriter words) throws Exception;

  /** Whether what was measured is as good as it must be; where nothing must be, it is. */
  default boolean reached(Figure figure) {
    return true;
  }
}
