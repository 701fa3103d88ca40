package org.dunlin.connectors.letter;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.dunlin.core.message.AddressWindow;
import org.dunlin.core.message.Letter;
import org.dunlin.core.message.SwissSlip;
import org.dunlin.core.qrcode.QrPicture;
import org.jspecify.annotations.Nullable;

/** Draws a letter. */
public final class LetterPdf {
  private static final float LEFT = 25;
  private static final float WIDE = 165;
  private static final float SIZE = 10;
  private static final float SMALL = 8;
  private static final float LINE = 4.8f;
  private static final float CODE = 36;
  private static final float ONLINE_CODE = 32;
  private static final float TEXT_BEGINS = 95;
  private static final Color INK = new Color(0x22, 0x27, 0x2e);
  private static final Color SOFT = new Color(0x4f, 0x59, 0x64);
  private static final Color RULE = new Color(0xc9, 0xcf, 0xd6);
  private static final float LOGO_WIDTH = 60;
  private static final float LOGO_HEIGHT = 20;

  private final Letter letter;
  private final Sheets sheets;
  private final Color accent;

  private LetterPdf(Letter letter, Sheets sheets) {
    this.letter = letter;
    this.sheets = sheets;
    this.accent = letter.color() == null ? new Color(0x37474f) : Color.decode(letter.color());
  }

  /**
   * The letter as a PDF.
   *
   * @param logo a PNG or JPEG; absent: the company's name stands in its place
   */
  public static byte[] of(Letter letter, byte @Nullable [] logo) {
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId((long) letter.hashCode());
      PDDocumentInformation about = new PDDocumentInformation();
      about.setTitle(letter.subject());
      about.setAuthor(letter.company());
      document.setDocumentInformation(about);
      document.getDocumentCatalog().setLanguage(letter.language());
      try (Sheets sheets = new Sheets(document)) {
        new LetterPdf(letter, sheets).draw(document, logo);
      }
      if (letter.slip() != null) {
        SwissPaymentPart.draw(document, letter.slip(), letter.language());
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void draw(PDDocument document, byte @Nullable [] logo) throws IOException {
    head(sheets.image(logo));
    address();
    facts();
    sheets.moveTo(TEXT_BEGINS);
    heading(letter.subject(), 12);
    for (Letter.Part part : letter.parts()) {
      part(part);
    }
    SwissSlip slip = letter.slip();
    if (slip != null && sheets.y() > Sheets.HEIGHT - SwissPaymentPart.HEIGHT - 8) {
      sheets.next();
    }
    count(document.getNumberOfPages());
  }

  private void head(@Nullable PDImageXObject logo) throws IOException {
    if (logo == null) {
      sheets.textTo(LEFT + WIDE, 22, letter.company(), true, 15, accent);
    } else {
      float scale = Math.min(LOGO_WIDTH / logo.getWidth(), LOGO_HEIGHT / logo.getHeight());
      float width = logo.getWidth() * scale;
      float height = logo.getHeight() * scale;
      sheets.picture(logo, LEFT + WIDE - width, 10, width, height);
      sheets.textTo(LEFT + WIDE, 35, letter.company(), true, SIZE, accent);
    }
    sheets.box(LEFT, 38, WIDE, 0.7f, accent);
  }

  /** Six lines find room in the zone of the address (DIN 5008). */
  private void address() throws IOException {
    AddressWindow window = letter.window();
    float baseline = window.top() + 4;
    if (window.senderAbove()) {
      fitted(window.left(), window.top() + 16.2f, letter.from(), window.width(), 6.5f, SOFT);
      baseline = window.top() + 17.7f + 4.5f;
    }
    List<String> lines = letter.recipient();
    for (String line : lines.subList(0, Math.min(6, lines.size()))) {
      fitted(window.left(), baseline, line, window.width(), SIZE, INK);
      baseline += 4.4f;
    }
  }

  private void fitted(float x, float baseline, String text, float width, float size, Color color)
      throws IOException {
    float own = sheets.width(text, false, size);
    sheets.text(x, baseline, text, false, own <= width ? size : size * width / own, color);
  }

  private void facts() throws IOException {
    float x = letter.window().atTheRight() ? LEFT : 125;
    float wide = 65;
    float baseline = 54;
    if (!letter.window().senderAbove() && !letter.from().isEmpty()) {
      for (String line : letter.from().split(" · ")) {
        fitted(x, baseline, line, wide, SMALL + 1, SOFT);
        baseline += 4;
      }
      baseline += 3;
    }
    for (Letter.Fact fact : letter.facts()) {
      sheets.text(x, baseline, fact.label(), false, SMALL, SOFT);
      fitted(x, baseline + 4.2f, fact.value(), wide, SIZE, INK);
      baseline += 10;
    }
  }

  private void part(Letter.Part part) throws IOException {
    if (part.heading() != null) {
      sheets.down(1);
      sheets.room(24);
      heading(part.heading(), 11);
    }
    if (part.text() != null) {
      paragraph(part.text(), WIDE);
    }
    if (part.table() != null) {
      new LetterTable(part.table(), sheets, LEFT, WIDE).draw();
    }
    if (part.pay()) {
      pay(part.facts());
      online();
    }
  }

  private void heading(String text, float size) throws IOException {
    for (String line : sheets.wrapped(text, WIDE, true, size)) {
      sheets.down(5);
      sheets.text(LEFT, sheets.y(), line, true, size, accent);
    }
    sheets.down(3);
  }

  private void paragraph(String text, float wide) throws IOException {
    for (String line : sheets.wrapped(text, wide, false, SIZE)) {
      sheets.room(LINE);
      sheets.down(LINE);
      sheets.text(LEFT, sheets.y(), line, false, SIZE, INK);
    }
    sheets.down(3);
  }

  /** Values at the left, the code at the right of them. */
  private void pay(List<Letter.Fact> facts) throws IOException {
    String code = letter.transferCode();
    float wide = code == null ? WIDE : WIDE - CODE - 30;
    sheets.room(code == null ? 12 : CODE + 4);
    float top = sheets.y();
    if (code != null) {
      float x = LEFT + WIDE - CODE;
      sheets.picture(
          Objects.requireNonNull(sheets.image(QrPicture.png(code))), x, top - 3, CODE, CODE);
      float baseline = top + 6;
      for (String line : sheets.wrapped(letter.scan(), 24, false, SMALL)) {
        sheets.textTo(x - 1, baseline, line, false, SMALL, SOFT);
        baseline += 3.6f;
      }
    }
    for (Letter.Fact fact : facts) {
      List<String> lines = sheets.wrapped(fact.value(), wide - 42, true, SIZE);
      for (int i = 0; i < lines.size(); i++) {
        sheets.room(LINE);
        sheets.down(LINE);
        if (i == 0) {
          sheets.text(LEFT, sheets.y(), fact.label(), false, SIZE, SOFT);
        }
        sheets.text(LEFT + 42, sheets.y(), lines.get(i), true, SIZE, INK);
      }
    }
    if (code != null && sheets.y() >= top) {
      sheets.moveTo(Math.max(sheets.y(), top + CODE - 3));
    }
    sheets.down(4);
  }

  /** The code that leads to where to pay online, with what it is beside it. */
  private void online() throws IOException {
    Letter.Online online = letter.online();
    if (online == null) {
      return;
    }
    sheets.room(ONLINE_CODE + 4);
    float top = sheets.y();
    float x = LEFT + WIDE - CODE + (CODE - ONLINE_CODE);
    sheets.picture(
        Objects.requireNonNull(sheets.image(QrPicture.png(online.url()))),
        x,
        top,
        ONLINE_CODE,
        ONLINE_CODE);
    sheets.moveTo(top + ONLINE_CODE / 2 - LINE);
    for (String line : sheets.wrapped(online.scan(), WIDE - CODE - 10, false, SIZE)) {
      sheets.down(LINE);
      sheets.text(LEFT, sheets.y(), line, false, SIZE, INK);
    }
    sheets.moveTo(Math.max(sheets.y(), top + ONLINE_CODE));
    sheets.down(4);
  }

  /** Where the last sheet has a payment part, above it; a single sheet is not counted. */
  private void count(int pages) throws IOException {
    for (int page = 0; pages > 1 && page < pages; page++) {
      boolean above = letter.slip() != null && page == pages - 1;
      float at = above ? Sheets.HEIGHT - SwissPaymentPart.HEIGHT - 4 : 287;
      String text = MessageFormat.format(letter.page(), page + 1, pages);
      sheets.onPage(page, () -> sheets.textTo(LEFT + WIDE, at, text, false, SMALL, SOFT));
    }
  }

  static Color rule() {
    return RULE;
  }

  static Color ink() {
    return INK;
  }

  static Color soft() {
    return SOFT;
  }
}
