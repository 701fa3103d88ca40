package org.dunlin.connectors.letter;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/** Sheets of A4, written from the top; all lengths are millimetres from the upper left corner. */
final class Sheets implements AutoCloseable {
  static final float WIDTH = 210;
  static final float HEIGHT = 297;
  private static final float POINTS = 72 / 25.4f;
  private static final float TOP = 25;
  private static final float BOTTOM = 277;

  private final PDDocument document;
  private final Fonts fonts;
  private PDPageContentStream content;
  private float y;

  Sheets(PDDocument document) throws IOException {
    this.document = document;
    this.fonts = new Fonts(document);
    this.content = page();
    this.y = TOP;
  }

  float y() {
    return y;
  }

  void moveTo(float millimetres) {
    y = millimetres;
  }

  void down(float millimetres) {
    y += millimetres;
  }

  /** Goes on with the next sheet where so much does not find room any more. */
  boolean room(float millimetres) throws IOException {
    if (y + millimetres <= BOTTOM) {
      return true;
    }
    next();
    return false;
  }

  void next() throws IOException {
    content.close();
    content = page();
    y = TOP;
  }

  /** One line whose letters stand on {@code baseline}. */
  void text(float x, float baseline, String text, boolean heavy, float size, Color color)
      throws IOException {
    content.setNonStrokingColor(color);
    content.beginText();
    content.setFont(fonts.of(heavy), size);
    content.newLineAtOffset(x * POINTS, (HEIGHT - baseline) * POINTS);
    content.showText(fonts.drawable(text));
    content.endText();
  }

  /** One line that ends at {@code right}. */
  void textTo(float right, float baseline, String text, boolean heavy, float size, Color color)
      throws IOException {
    text(right - width(text, heavy, size), baseline, text, heavy, size, color);
  }

  void box(float x, float top, float width, float height, Color color) throws IOException {
    content.setNonStrokingColor(color);
    content.addRect(x * POINTS, (HEIGHT - top - height) * POINTS, width * POINTS, height * POINTS);
    content.fill();
  }

  void line(float x, float at, float width, Color color) throws IOException {
    content.setStrokingColor(color);
    content.setLineWidth(0.5f);
    content.moveTo(x * POINTS, (HEIGHT - at) * POINTS);
    content.lineTo((x + width) * POINTS, (HEIGHT - at) * POINTS);
    content.stroke();
  }

  void picture(PDImageXObject picture, float x, float top, float width, float height)
      throws IOException {
    content.drawImage(
        picture, x * POINTS, (HEIGHT - top - height) * POINTS, width * POINTS, height * POINTS);
  }

  float width(String text, boolean heavy, float size) {
    return fonts.width(fonts.drawable(text), heavy, size) / POINTS;
  }

  /** The lines of a text in a width; a word that is wider than it is cut. */
  List<String> wrapped(String text, float width, boolean heavy, float size) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.strip().split(" +")) {
        String longer = line.isEmpty() ? word : line + " " + word;
        if (width(longer, heavy, size) <= width) {
          line = new StringBuilder(longer);
        } else {
          if (!line.isEmpty()) {
            lines.add(line.toString());
          }
          line = new StringBuilder(cut(word, width, heavy, size, lines));
        }
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private String cut(String word, float width, boolean heavy, float size, List<String> lines) {
    String rest = word;
    while (width(rest, heavy, size) > width && rest.codePointCount(0, rest.length()) > 1) {
      int end = rest.length();
      while (end > 1 && width(rest.substring(0, end), heavy, size) > width) {
        end = rest.offsetByCodePoints(end, -1);
      }
      lines.add(rest.substring(0, Math.max(1, end)));
      rest = rest.substring(Math.max(1, end));
    }
    return rest;
  }

  /** Draws on a sheet that was left already. */
  void onPage(int index, Drawing drawing) throws IOException {
    content.close();
    content =
        new PDPageContentStream(document, document.getPage(index), AppendMode.APPEND, true, true);
    drawing.draw();
  }

  interface Drawing {
    void draw() throws IOException;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  @Nullable PDImageXObject image(byte @Nullable [] bytes) throws IOException {
    return bytes == null ? null : PDImageXObject.createFromByteArray(document, bytes, null);
  }

  private PDPageContentStream page() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    return new PDPageContentStream(document, page);
  }
}
