package org.dunlin.config.demo;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;
import org.dunlin.config.demo.DemoDays.Passed;

/** Tells how the days pass: on a terminal in one line that changes, elsewhere once in ten days. */
final class DemoProgress {
  private static final int TELL_EVERY = 10;

  private DemoProgress() {}

  static Consumer<Passed> to(PrintStream words, boolean terminal) {
    return passed -> {
      boolean last = passed.number() == passed.of();
      if (terminal) {
        words.print("\r" + sentence(passed) + (last ? "\n" : ""));
        words.flush();
      } else if (last || passed.number() % TELL_EVERY == 0) {
        words.println(sentence(passed));
      }
    };
  }

  private static String sentence(Passed passed) {
    return String.format(
        Locale.ROOT,
        "%s  day %d of %d: %,d files came in, %,d mails went to customers ",
        passed.date(),
        passed.number(),
        passed.of(),
        passed.files(),
        passed.mails());
  }
}
