package org.dunlin.console.page;

import java.util.ArrayList;
import java.util.List;
import org.dunlin.core.matching.MetCharacters.Span;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a text, marked where it met the number of a document.
 *
 * @param number that it met; absent where it met none
 */
public record Marked(String text, @Nullable String number) {
  /** The text in stretches, of which these are marked. */
  static List<Marked> of(String text, List<Span> met) {
    List<Marked> stretches = new ArrayList<>();
    int end = 0;
    for (Span span : met) {
      add(stretches, text.substring(end, span.from()), null);
      add(stretches, text.substring(span.from(), span.to()), span.number());
      end = span.to();
    }
    add(stretches, text.substring(end), null);
    return stretches;
  }

  private static void add(List<Marked> stretches, String text, @Nullable String number) {
    if (!text.isEmpty()) {
      stretches.add(new Marked(text, number));
    }
  }
}
