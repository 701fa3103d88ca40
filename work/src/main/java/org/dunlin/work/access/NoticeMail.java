package org.dunlin.work.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.dunlin.core.message.Language;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.people.Notices.Notice;

/** What is written to people of what happened to their account: never a link, and no secret. */
final class NoticeMail {
  private static final String FROM = "Dunlin";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
  private static final Map<Language, Properties> WORDS = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      WORDS.put(language, read(language));
    }
  }

  private NoticeMail() {}

  /** The message, in the language of the person. */
  static Dispatch.Email of(Notice notice) {
    Language language =
        Optional.ofNullable(notice.language()).flatMap(Language::named).orElse(Language.EN);
    List<String> lines = new ArrayList<>();
    lines.add(say(language, "sentence." + notice.kind(), notice.name()));
    lines.add(say(language, "when", MOMENT.format(notice.at())));
    lines.add(say(language, "by", notice.actor()));
    if (!notice.detail().isEmpty()) {
      lines.add(say(language, "from", notice.detail()));
    }
    lines.add(say(language, "not-you"));
    return new Dispatch.Email(
        notice.id().toString(),
        FROM,
        notice.email(),
        null,
        say(language, "subject." + notice.kind()),
        String.join("\n\n", lines) + "\n",
        html(lines),
        List.of(),
        List.of());
  }

  private static String html(List<String> lines) {
    StringBuilder html =
        new StringBuilder("<div style=\"font:16px/1.5 sans-serif;max-width:36em\">");
    lines.forEach(line -> html.append("<p>").append(escaped(line)).append("</p>"));
    return html.append("</div>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String say(Language language, String key, Object... values) {
    String sentence = Objects.requireNonNull(WORDS.get(language)).getProperty(key);
    if (sentence == null) {
      throw new IllegalArgumentException("there is no phrase " + key + " in " + language);
    }
    return new MessageFormat(sentence, language.locale()).format(values);
  }

  private static Properties read(Language language) {
    String path = "/org/dunlin/work/access/" + language.code() + ".properties";
    Properties words = new Properties();
    try (InputStream stream = NoticeMail.class.getResourceAsStream(path)) {
      words.load(
          new InputStreamReader(Objects.requireNonNull(stream, path), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
