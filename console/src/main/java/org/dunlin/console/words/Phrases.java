package org.dunlin.console.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.dunlin.core.message.Language;

/**
 * The sentences of one language. A key begins with the name of its file: {@code customers.title}
 * stands in {@code customers.properties} under that whole name. Places are filled as {@link
 * MessageFormat} describes; an apostrophe in a sentence is the typographic one.
 */
final class Phrases {
  private static final Map<Language, Phrases> ALL = new ConcurrentHashMap<>();

  private final Language language;
  private final Map<String, Properties> files = new ConcurrentHashMap<>();

  private Phrases(Language language) {
    this.language = language;
  }

  static Phrases of(Language language) {
    return ALL.computeIfAbsent(language, Phrases::new);
  }

  /** The sentence of a key, its places filled. */
  String say(String key, Object... values) {
    String sentence = files.computeIfAbsent(file(key), this::read).getProperty(key);
    if (sentence == null) {
      throw new IllegalArgumentException("there is no phrase " + key + " in " + language);
    }
    return new MessageFormat(sentence, language.locale()).format(values);
  }

  /** Whether there is a sentence of this key. */
  boolean has(String key) {
    return files.computeIfAbsent(file(key), this::read).containsKey(key);
  }

  /** All sentences of a file by their keys, as they are written. */
  Map<String, String> all(String file) {
    Map<String, String> all = new TreeMap<>();
    files
        .computeIfAbsent(file, this::read)
        .forEach((key, sentence) -> all.put((String) key, (String) sentence));
    return all;
  }

  private static String file(String key) {
    int dot = key.indexOf('.');
    return dot < 0 ? key : key.substring(0, dot);
  }

  private Properties read(String file) {
    String path = "/org/dunlin/console/words/" + language.code() + "/" + file + ".properties";
    Properties phrases = new Properties();
    try (InputStream stream = Phrases.class.getResourceAsStream(path)) {
      if (stream != null) {
        phrases.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return phrases;
  }
}
