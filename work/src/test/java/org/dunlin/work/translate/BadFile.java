package org.dunlin.work.translate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;

/**
 * A file that nobody should send.
 *
 * @param code what it is refused with
 * @param words what a person must find in the sentence, beside the place where there is one
 */
record BadFile(String name, byte[] bytes, String code, List<String> words) {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String INVOICE =
      new String(InvoiceFile.of("2026-9999", "C9", DAY, "100.00").bytes(), UTF_8);

  static Stream<BadFile> all() {
    return Stream.of(
        of("cut.xml", INVOICE.substring(0, INVOICE.length() - 40), "MALFORMED_XML", "line"),
        of(
            "dtd.xml",
            declaring("<!DOCTYPE Invoice SYSTEM \"http://evil.example/x.dtd\">"),
            "DTD_NOT_ALLOWED",
            "remove"),
        of(
            "entity.xml",
            declaring("<!DOCTYPE Invoice [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")
                .replace("2026-9999", "&x;"),
            "DTD_NOT_ALLOWED",
            "remove"),
        of(
            "laughs.xml",
            declaring(laughs()).replace("2026-9999", "&l9;"),
            "DTD_NOT_ALLOWED",
            "remove"),
        in(
            ISO_8859_1,
            "latin.xml",
            INVOICE.replace("Customer C9", "Käserei C9"),
            "MALFORMED_XML",
            "UTF-8"),
        of(
            "encoding.xml",
            INVOICE.replace("UTF-8", "KLINGON-7"),
            "UNKNOWN_FORMAT",
            "unknown encoding KLINGON-7"),
        in(Charset.forName("IBM037"), "ebcdic.xml", INVOICE, "UNKNOWN_FORMAT", "looks like"),
        of("empty.xml", "", "UNKNOWN_FORMAT", "an empty file"),
        of("blank.xml", " \n".repeat(10_000), "UNKNOWN_FORMAT", "blanks only"),
        of("zeros.xml", "\u0000".repeat(10_000), "UNKNOWN_FORMAT", "looks like"),
        of("invoice.xml", "%PDF-1.7\n1 0 obj", "PDF_UNREADABLE", "broken or cut off"),
        of(
            "endless-name.xml",
            INVOICE.replace("<cbc:ID>", "<" + "x".repeat(6 << 20) + "><cbc:ID>"),
            "XML_TOO_LARGE",
            "genuine"),
        of(
            "giant-text.xml",
            INVOICE.replace("2026-9999", "9".repeat(200_000)),
            "XML_TOO_LARGE",
            "characters"),
        of("currency.xml", INVOICE.replace("EUR", "XQQ"), "UNKNOWN_CURRENCY", "XQQ"),
        of("untied.xml", untied(), "BALANCE_DOES_NOT_TIE", "closing"));
  }

  /** An invoice in UTF-16, which is fine. */
  static byte[] inUtf16() {
    return INVOICE.replace("UTF-8", "UTF-16").getBytes(UTF_16);
  }

  @Override
  public String toString() {
    return name + " is " + code;
  }

  private static BadFile of(String name, String text, String code, String... words) {
    return in(UTF_8, name, text, code, words);
  }

  private static BadFile in(
      Charset charset, String name, String text, String code, String... words) {
    return new BadFile(name, text.getBytes(charset), code, Arrays.asList(words));
  }

  private static String declaring(String documentType) {
    return INVOICE.replace(HEAD, HEAD + documentType);
  }

  private static String laughs() {
    StringBuilder entities = new StringBuilder("<!DOCTYPE Invoice [<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 10; i++) {
      String ten = ("&l" + (i - 1) + ";").repeat(10);
      entities.append("<!ENTITY l").append(i).append(" \"").append(ten).append("\">");
    }
    return entities.append("]>").toString();
  }

  private static String untied() {
    List<Entry> entries = List.of(Entry.in("R9", DAY, "10.00", "Somebody", "something"));
    byte[] file =
        BankFile.empty()
            .with(TestHub.IBAN, DAY, DAY, BigDecimal.ZERO, new BigDecimal("11.00"), entries)
            .bytes();
    return new String(file, UTF_8);
  }
}
