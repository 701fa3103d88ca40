package org.dunlin.core.message;

import com.samskivert.mustache.Template;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The short forms of reminders, for text messages: who asks, for which invoice, how much, and where
 * to pay. Each template of a reminder has one, by its name with {@code text-} before it.
 */
public final class Texts {
  /** So many parts a text may have with the address to pay at; what has more goes without. */
  private static final int MOST_PARTS = 2;

  private static final String PREFIX = "text-";
  private static final Map<Language, Map<String, Template>> WORDINGS =
      Stream.of(Language.values()).collect(Collectors.toMap(Function.identity(), Texts::wordings));

  private Texts() {}

  /** The templates of texts, in the order of {@link Reminders#templates()}. */
  public static List<String> templates() {
    return Reminders.templates().stream().map(Texts::named).toList();
  }

  /** The name of the text form of a reminder's template. */
  public static String named(String template) {
    return PREFIX + template;
  }

  /** Whether a template is that of a text. */
  public static boolean isText(String template) {
    return template.startsWith(PREFIX) && Reminders.templates().contains(toneOf(template));
  }

  /** The template of the reminder of which this is the text form. */
  public static String toneOf(String template) {
    return template.substring(PREFIX.length());
  }

  /**
   * A template as it comes with the hub.
   *
   * @throws UnknownTemplate when there is none of this name
   */
  static String source(Language language, String template) {
    if (!isText(template)) {
      throw new UnknownTemplate(template);
    }
    return TemplateFiles.read(language.code() + "/" + template + ".mustache").strip() + "\n";
  }

  /**
   * Writes the text of a reminder in its language, on one line; what has its like in the alphabet
   * of GSM is written by it, so that one odd dash does not make a text twice as dear. The address
   * to pay at is in it where the text has two parts with it at most, or no more than without.
   *
   * @throws UnknownTemplate when the reminder names none of {@link Reminders#templates()}
   */
  public static String write(Reminder reminder) {
    String text = written(reminder);
    if (reminder.payAt() == null || TextSize.of(text).parts() <= MOST_PARTS) {
      return text;
    }
    String without = written(reminder.payableAt(null));
    return TextSize.of(without).parts() < TextSize.of(text).parts() ? without : text;
  }

  private static String written(Reminder reminder) {
    String own = reminder.own();
    Template wording =
        own == null
            ? Objects.requireNonNull(WORDINGS.get(reminder.language())).get(reminder.template())
            : Layout.TEXT.compile(own);
    if (wording == null) {
      throw new UnknownTemplate(reminder.template());
    }
    return OneLine.of(plain(wording.execute(ReminderWords.ofText(reminder).all())));
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ')
        .replace('\u202f', ' ')
        .replace('\u2019', '\'')
        .replace('\u2018', '\'')
        .replace('\u201c', '"')
        .replace('\u201d', '"')
        .replace('\u2013', '-')
        .replace('\u2014', '-')
        .replace("\u2026", "...");
  }

  private static Map<String, Template> wordings(Language language) {
    return Reminders.templates().stream()
        .collect(
            Collectors.toMap(
                Function.identity(), tone -> Layout.TEXT.compile(source(language, named(tone)))));
  }
}
