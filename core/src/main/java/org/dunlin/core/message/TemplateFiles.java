package org.dunlin.core.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The files with the words, which lie beside the classes. */
final class TemplateFiles {
  private TemplateFiles() {}

  /** A file as it is, without its comments. */
  static String read(String name) {
    try (InputStream stream = TemplateFiles.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the hub was built without " + name);
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace("\r\n", "\n").replaceAll("\\{\\{![^}]*}}\n?", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parts of a file that blank lines part. */
  static List<String> blocks(String name) {
    return parts(read(name));
  }

  /** The parts of a text that blank lines part. */
  static List<String> parts(String text) {
    return Arrays.stream(text.strip().split("\n(?:[ \t]*\n)+")).map(String::strip).toList();
  }

  /** The labels of a language. */
  static Map<String, String> labels(Language language) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(read(language.code() + "/labels.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> labels = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> labels.put(key, properties.getProperty(key)));
    return labels;
  }
}
