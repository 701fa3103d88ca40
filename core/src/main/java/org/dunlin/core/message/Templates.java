package org.dunlin.core.message;

import java.util.List;
import java.util.stream.Stream;

/** All templates that a company may change: those of e-mails and letters, and those of texts. */
public final class Templates {
  private Templates() {}

  /** Their names. */
  public static List<String> all() {
    return Stream.concat(Reminders.templates().stream(), Texts.templates().stream()).toList();
  }

  /**
   * A template as it comes with the hub.
   *
   * @throws UnknownTemplate when there is none of this name
   */
  public static String source(Language language, String template) {
    return Texts.isText(template)
        ? Texts.source(language, template)
        : Reminders.source(language, template);
  }

  /** What is wrong with a wording of this template; nothing where it can be taken. */
  public static List<TemplateFlaw> flaws(String template, String text) {
    return Texts.isText(template) ? TextCheck.flaws(text) : TemplateCheck.flaws(template, text);
  }

  /** The names of all values that it may name. */
  public static List<String> values(String template) {
    return Texts.isText(template) ? TextCheck.values() : TemplateCheck.values();
  }

  /** The names of all parts that it may name. */
  public static List<String> parts(String template) {
    return Texts.isText(template) ? List.of() : TemplateCheck.parts();
  }
}
