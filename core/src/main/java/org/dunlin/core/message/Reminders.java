package org.dunlin.core.message;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The wordings of reminders, in every language: a notice, then friendly, firm, final. */
public final class Reminders {
  /** The template of a notice before the due date. */
  public static final String NOTICE = "before-due";

  private static final List<String> NAMES = List.of(NOTICE, "reminder-1", "reminder-2", "final");
  private static final Map<Language, Map<String, Wording>> WORDINGS =
      Stream.of(Language.values())
          .collect(Collectors.toMap(Function.identity(), Reminders::wordings));

  private Reminders() {}

  /** The templates that a step of a plan may name, from the friendliest to the firmest. */
  public static List<String> templates() {
    return NAMES;
  }

  /**
   * Writes a reminder in its language.
   *
   * @throws UnknownTemplate when the reminder names none of {@link #templates()}
   */
  public static Message write(Reminder reminder) {
    Wording wording = wording(reminder);
    ReminderWords words = new ReminderWords(reminder);
    String subject = wording.subject(words.all());
    Map<String, Object> all = words.with("subject", subject);
    return new Message(subject, wording.text(all), wording.html(all), words.qrCode());
  }

  /** The words of a reminder's step in its language. */
  static Wording wording(Reminder reminder) {
    Wording wording =
        Objects.requireNonNull(WORDINGS.get(reminder.language())).get(reminder.template());
    if (wording == null) {
      throw new UnknownTemplate(reminder.template());
    }
    String own = reminder.own();
    return own == null ? wording : OwnWordings.of(reminder.language(), own);
  }

  /**
   * A template as it comes with the hub.
   *
   * @throws UnknownTemplate when there is none of this name
   */
  public static String source(Language language, String template) {
    if (!NAMES.contains(template)) {
      throw new UnknownTemplate(template);
    }
    return TemplateFiles.read(language.code() + "/" + template + ".mustache").strip() + "\n";
  }

  private static Map<String, Wording> wordings(Language language) {
    return NAMES.stream()
        .collect(Collectors.toMap(Function.identity(), name -> new Wording(language, name)));
  }
}
