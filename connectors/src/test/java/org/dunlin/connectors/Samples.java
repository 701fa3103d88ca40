package org.dunlin.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.dunlin.core.json.CanonicalReader;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.CanonicalRecord;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Files that others published, in a folder outside the project that a property names. */
final class Samples {
  private static final String PROPERTY = "dunlin.samples";

  private Samples() {}

  /** The folder of that name; the test is skipped, and says so, where the property is absent. */
  static Path folder(String name) {
    String samples = System.getProperty(PROPERTY, "");
    assumeTrue(
        !samples.isBlank(), "skipped: -D" + PROPERTY + "=<folder> does not name the sample files");
    return Path.of(samples).resolve(name);
  }

  /** All files below the folder whose text holds this. */
  static List<Path> holding(Path folder, String text) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> found = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        boolean data = !file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        if (data && Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
          found.add(file);
        }
      }
      return found;
    }
  }

  /** What the readers make of the file. */
  static List<CanonicalRecord> read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Format format = Formats.detect(bytes).orElseThrow();
    List<CanonicalRecord> records = new ArrayList<>();
    Formats.translator(format)
        .translate(new ByteArrayInputStream(bytes), file.toString(), records::add);
    return records;
  }

  /** Holds what is read of the file to being written, read again and found the same. */
  static void again(Path file) throws IOException {
    List<CanonicalRecord> records = read(file);
    StringBuilder lines = new StringBuilder();
    records.forEach(record -> lines.append(CanonicalWriter.line(record)).append('\n'));
    List<CanonicalRecord> read = new ArrayList<>();
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    new CanonicalReader("again").read(new ByteArrayInputStream(bytes), read::add);
    assertThat(records).isNotEmpty();
    assertThat(read).isEqualTo(records);
  }

  /** The file as another parser reads it. */
  static Document document(Path file) throws IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    try (InputStream stream = Files.newInputStream(file)) {
      return factory.newDocumentBuilder().parse(stream);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file.toString(), e);
    }
  }
}
