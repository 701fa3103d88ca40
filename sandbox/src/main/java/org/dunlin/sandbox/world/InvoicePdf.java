package org.dunlin.sandbox.world;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dunlin.core.model.Address;

/** An invoice on one page of paper: the smallest PDF (ISO 32000-1) that says what the UBL says. */
final class InvoicePdf {
  /** What {@code WinAnsiEncoding} is. */
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private static final int LEFT = 56;
  private static final int RIGHT = 470;

  private final Document document;
  private final StringBuilder page = new StringBuilder(1000);
  private int height = 780;

  private InvoicePdf(Document document) {
    this.document = document;
  }

  static byte[] of(Document document) {
    return new InvoicePdf(document).bytes();
  }

  private byte[] bytes() {
    draw();
    byte[] content = page.toString().getBytes(WESTERN);
    List<byte[]> objects = new ArrayList<>();
    objects.add(ascii("<</Type/Catalog/Pages 2 0 R>>"));
    objects.add(ascii("<</Type/Pages/Kids[3 0 R]/Count 1>>"));
    objects.add(
        ascii(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                + "/Resources<</Font<</F 5 0 R/B 6 0 R>>>>>>"));
    objects.add(
        joined(ascii("<</Length " + content.length + ">>stream\n"), content, "\nendstream"));
    objects.add(font("Helvetica"));
    objects.add(font("Helvetica-Bold"));
    return file(objects);
  }

  private void draw() {
    text("B", 16, LEFT, Creditor.NAME);
    line(Creditor.STREET + ", " + Creditor.POSTAL_CODE + " " + Creditor.CITY);
    height -= 24;
    Address address = document.debtor().customer().address();
    line(document.debtor().customer().name());
    if (address != null) {
      line(String.valueOf(address.street()));
      line(address.postalCode() + " " + address.city());
    }
    height -= 24;
    text("B", 13, LEFT, "Factuur " + document.number());
    line("Datum " + document.issued() + ", te betalen voor " + document.due());
    height -= 12;
    for (Line sold : document.lines()) {
      text("F", 10, RIGHT, Euro.text(sold.net()));
      height += 16;
      line(sold.quantity().toPlainString() + " × " + sold.name());
    }
    height -= 8;
    row("Btw", Euro.text(document.totals().tax()));
    row("Totaal EUR", Euro.text(document.total()));
    height -= 12;
    line("IBAN " + document.payTo().iban() + ", " + document.payTo().bic());
    line("Kenmerk " + (document.reference() == null ? document.number() : document.reference()));
  }

  private void row(String label, String amount) {
    text("B", 10, RIGHT, amount);
    height += 16;
    text("B", 10, LEFT, label);
  }

  private void line(String words) {
    text("F", 10, LEFT, words);
  }

  private void text(String font, int size, int left, String words) {
    String escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    page.append(
        String.format(
            Locale.ROOT, "BT/%s %d Tf %d %d Td(%s)Tj ET\n", font, size, left, height, escaped));
    height -= 16;
  }

  private static byte[] font(String name) {
    return ascii("<</Type/Font/Subtype/Type1/BaseFont/" + name + "/Encoding/WinAnsiEncoding>>");
  }

  /** The objects, the table that says where each begins, and where that table is. */
  private static byte[] file(List<byte[]> objects) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(2000);
    out.writeBytes(ascii("%PDF-1.4\n"));
    StringBuilder table = new StringBuilder("0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      table.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.size()));
      out.writeBytes(joined(ascii((i + 1) + " 0 obj\n"), objects.get(i), "\nendobj\n"));
    }
    int size = objects.size() + 1;
    String end = "trailer<</Size " + size + "/Root 1 0 R>>\nstartxref\n" + out.size() + "\n%%EOF\n";
    out.writeBytes(ascii("xref\n0 " + size + "\n" + table + end));
    return out.toByteArray();
  }

  private static byte[] joined(byte[] before, byte[] middle, String after) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(before);
    out.writeBytes(middle);
    out.writeBytes(ascii(after));
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
