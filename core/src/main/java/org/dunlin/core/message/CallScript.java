package org.dunlin.core.message;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person says when calling a customer, in the customer's language and with the figures.
 *
 * @param paragraphs in the order of the call; a table is plain text with its lines
 */
public record CallScript(String heading, List<String> paragraphs) {
  private static final String TEMPLATE = "call";
  private static final Map<Language, Wording> WORDINGS =
      Stream.of(Language.values())
          .collect(
              Collectors.toMap(Function.identity(), language -> new Wording(language, TEMPLATE)));

  public CallScript {
    paragraphs = List.copyOf(paragraphs);
  }

  /**
   * The script for these facts.
   *
   * @param about whom to call about what; its template does not matter
   */
  public static CallScript of(Reminder about) {
    Reminder call =
        new Reminder(
            about.sender(),
            about.customer(),
            about.language(),
            TEMPLATE,
            about.asked(),
            about.later(),
            about.enclosed(),
            about.businessDate());
    Map<String, Object> words = new ReminderWords(call).all();
    Wording wording = Objects.requireNonNull(WORDINGS.get(call.language()));
    return new CallScript(
        wording.subject(words),
        wording.pieces(words).stream()
            .map(piece -> piece.text().strip())
            .filter(text -> !text.isEmpty())
            .toList());
  }
}
