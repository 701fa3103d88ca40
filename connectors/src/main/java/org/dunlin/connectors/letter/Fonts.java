package org.dunlin.connectors.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import net.codecrete.qrbill.generator.QRBill;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Liberation Sans (SIL Open Font License), which the Swiss payment part may be set in, too; it has
 * the letters of all languages of Europe. What it does not have becomes a question mark.
 */
final class Fonts {
  private final PDFont regular;
  private final PDFont bold;
  private final Map<Integer, String> drawable = new HashMap<>();

  Fonts(PDDocument document) throws IOException {
    regular = load(document, "Regular");
    bold = load(document, "Bold");
  }

  PDFont of(boolean heavy) {
    return heavy ? bold : regular;
  }

  /** The text as it can be drawn. */
  String drawable(String text) {
    StringBuilder drawn = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .replace('\u202f', '\u00a0')
        .codePoints()
        .forEach(code -> drawn.append(drawable.computeIfAbsent(code, this::drawable)));
    return drawn.toString();
  }

  /** In points. */
  float width(String text, boolean heavy, float size) {
    try {
      return of(heavy).getStringWidth(text) / 1000 * size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String drawable(int code) {
    String character = Character.toString(code);
    try {
      regular.encode(character);
      bold.encode(character);
      return character;
    } catch (IllegalArgumentException | IOException e) {
      return "?";
    }
  }

  private static PDFont load(PDDocument document, String weight) throws IOException {
    String name = "/fonts/LiberationSans-" + weight + ".ttf";
    try (InputStream font = QRBill.class.getResourceAsStream(name)) {
      if (font == null) {
        throw new IllegalStateException("the hub was built without " + name);
      }
      return PDType0Font.load(document, font);
    }
  }
}
