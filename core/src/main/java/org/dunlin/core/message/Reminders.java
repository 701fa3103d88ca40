package org.dunlin.core.message;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The wordings of reminders: friendly, firm, final. */
public final class Reminders {
  private static final List<String> NAMES = List.of("reminder-1", "reminder-2", "final");
  private static final Map<String, Wording> WORDINGS =
      NAMES.stream().collect(Collectors.toMap(Function.identity(), Reminders::wording));

  private record Wording(Template subject, Template text, Template html) {}

  private Reminders() {}

  /** The templates that a step of a plan may name, from the friendliest to the firmest. */
  public static List<String> templates() {
    return NAMES;
  }

  /**
   * Writes a reminder in English.
   *
   * @throws UnknownTemplate when the reminder names none of {@link #templates()}
   */
  public static Message write(Reminder reminder) {
    Wording wording = WORDINGS.get(reminder.template());
    if (wording == null) {
      throw new UnknownTemplate(reminder.template());
    }
    Map<String, Object> words = ReminderWords.of(reminder);
    return new Message(
        OneLine.of(wording.subject().execute(words)),
        wording.text().execute(words),
        wording.html().execute(words));
  }

  /** The first line of the plain text is the subject; a blank line parts it from the message. */
  private static Wording wording(String name) {
    String text = resource(name + ".txt.mustache");
    int end = text.indexOf("\n\n");
    Mustache.Compiler plain = Mustache.compiler().escapeHTML(false);
    return new Wording(
        plain.compile(text.substring(0, end)),
        plain.compile(text.substring(end + 2)),
        Mustache.compiler().compile(resource(name + ".html.mustache")));
  }

  private static String resource(String name) {
    try (InputStream stream = Reminders.class.getResourceAsStream("en/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("the hub was built without " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
