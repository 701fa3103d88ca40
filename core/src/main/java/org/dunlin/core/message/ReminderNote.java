package org.dunlin.core.message;

import java.text.MessageFormat;
import java.util.Map;
import java.util.Objects;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Company;
import org.joda.money.Money;

/** What a bookkeeping program notes of a reminder, in the language of the company. */
public record ReminderNote(String subject, String text) {
  /**
   * The note on one invoice.
   *
   * @param asked what the reminder asked for it
   */
  public static ReminderNote of(Company company, Action action, Money asked) {
    Language language = Language.of(company);
    Map<String, String> labels = Labels.of(language);
    Formats formats = new Formats(language);
    String text =
        new MessageFormat(label(labels, "note"), language.locale())
            .format(
                new Object[] {
                  OneLine.of(action.step()),
                  formats.date(action.on()),
                  formats.amount(asked),
                  label(labels, "note-" + action.channel().name())
                });
    return new ReminderNote(label(labels, "noteSubject"), text);
  }

  private static String label(Map<String, String> labels, String key) {
    return Objects.requireNonNull(labels.get(key), key);
  }
}
