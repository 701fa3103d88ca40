package org.dunlin.connectors.csv;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.Detected;
import org.dunlin.connectors.Detection;
import org.dunlin.connectors.csv.DescriptionLoader.Loaded;

/**
 * Files that a company's own mapping reads: one with the same names in its first row, in the same
 * order and with the same delimiter.
 */
public final class MappedSheets {
  private static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');
  private static final DescriptionLoader LOADER = new DescriptionLoader(CarriedDescriptions::form);

  private MappedSheets() {}

  /** By which the first row of a file that begins so may be known: one for each row that may be. */
  public static List<byte[]> prints(byte[] head) {
    FileHead file = new FileHead(head);
    List<byte[]> prints = new ArrayList<>();
    for (char delimiter : DELIMITERS) {
      for (Row row : file.rows(delimiter, '"', null)) {
        if (row.cells().size() > 1) {
          prints.add(print(row, delimiter));
        }
      }
    }
    return prints;
  }

  /** Who reads a file that begins so by a description; empty where it does not fit. */
  public static Optional<Detected> reader(String description, byte[] head) {
    return LOADER.load(SheetText.NAME + ".yaml", bytes(description)) instanceof Loaded.Sound sound
        ? new FileHead(head)
            .fits(sound.description())
            .map(fits -> new Detected(Detection.CSV, "CSV", new CsvTranslator(fits)))
        : Optional.empty();
  }

  static byte[] print(Row header, char delimiter) {
    try {
      String names = delimiter + "\n" + String.join("\n", header.names());
      return MessageDigest.getInstance("SHA-256").digest(bytes(names));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
