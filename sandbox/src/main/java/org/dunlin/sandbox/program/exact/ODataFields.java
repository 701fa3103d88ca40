package org.dunlin.sandbox.program.exact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.dunlin.sandbox.program.Refusal;

/** Which fields each entity has. */
final class ODataFields {
  private static final Properties ALL = load();

  private ODataFields() {}

  static Set<String> of(String entity) {
    String names = ALL.getProperty(entity);
    if (names == null) {
      throw new IllegalArgumentException("No fields are known of " + entity + ".");
    }
    return new LinkedHashSet<>(List.of(names.strip().split("\\s+", -1)));
  }

  static Refusal unknown(String field) {
    return new Refusal(400, "No property '" + field + "' exists in this type.");
  }

  private static Properties load() {
    Properties properties = new Properties();
    try (InputStream stream = ODataFields.class.getResourceAsStream("fields.properties")) {
      if (stream == null) {
        throw new IllegalStateException("fields.properties belongs beside this class.");
      }
      properties.load(stream);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
