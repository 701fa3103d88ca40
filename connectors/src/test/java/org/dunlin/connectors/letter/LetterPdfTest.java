package org.dunlin.connectors.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.dunlin.core.message.AddressWindow;
import org.dunlin.core.message.Language;
import org.dunlin.core.message.Letter;
import org.dunlin.core.message.Letterhead;
import org.dunlin.core.message.Reminders;
import org.dunlin.core.model.Address;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Letters as they are printed, read back from the PDF. */
class LetterPdfTest {
  @Test
  void saysWhatTheEmailSaysAndHowToPay() throws IOException {
    byte[] pdf = Written.shown("nl", LetterPdf.of(Written.dutch(3), null));

    assertThat(Written.text(pdf))
        .contains("Acme B.V.", "D1001", "2026-1000", "2026-1001", "€ 1.210,01", "2026-2000")
        .contains("NL44 RABO 0123 4567 89", "debiteuren@acme.example", "27 november 2026")
        .contains("Bäckerei Łukasz & Söhne GmbH")
        .contains("10117 Berlin", "DUITSLAND");
  }

  @Test
  void whatIsOwedBesideTheInvoicesStandsInATableOfItsOwn() throws IOException {
    byte[] pdf = Written.shown("claims", LetterPdf.of(Written.charged(), null));

    assertThat(Written.text(pdf))
        .contains("Wegen verspäteter Zahlung geschuldet", "84 Tage", "2025-0042")
        .containsPattern("Verzugspauschale \\(.*\\) +40,00 €")
        .containsPattern("Summe wegen verspäteter Zahlung +7[0-9],[0-9]{2} €");
  }

  @Test
  void aScannerReadsTheTransferFromTheSheet() throws IOException {
    byte[] pdf = LetterPdf.of(Written.dutch(1), null);

    assertThat(Written.codes(pdf))
        .singleElement()
        .asString()
        .startsWith("BCD\n002\n1\nSCT\n\nAcme B.V.\nNL44RABO0123456789\nEUR1210.00\n");
  }

  @ParameterizedTest
  @EnumSource(AddressWindow.class)
  void theAddressStandsWhereTheWindowIs(AddressWindow window) throws IOException {
    Letter letter =
        Written.letter(
            Language.DE,
            "final",
            new Letterhead(new Address("Allee 1", "10115", "Berlin", "DE"), window),
            Written.customer("Kunde AG", new Address("Weg 2", "80331", "München", "DE")),
            "DE75512108001245126199",
            CurrencyUnit.EUR,
            2,
            null);
    byte[] pdf = Written.shown("window-" + window.word(), LetterPdf.of(letter, null));

    String zone = within(pdf, window.left() - 1, window.top(), window.width() + 2, 45);
    assertThat(zone.lines().map(String::strip).toList())
        .endsWith("Kunde AG", "Weg 2", "80331 München");
    if (window.senderAbove()) {
      assertThat(zone).startsWith("Acme B.V. · Allee 1 · 10115 Berlin");
    }
  }

  @Test
  void manyInvoicesGoOnOverSheetsThatAreCountedAndNameTheirColumns() throws IOException {
    byte[] pdf = Written.shown("long", LetterPdf.of(Written.dutch(80), null));

    int pages = Written.pages(pdf);
    String text = Written.text(pdf);
    assertThat(pages).isGreaterThan(2);
    for (int page = 1; page <= pages; page++) {
      assertThat(text).containsOnlyOnce("Bladzijde " + page + " van " + pages);
    }
    for (int page = 1; page <= pages; page++) {
      String sheet = Written.text(pdf, page);
      boolean rows = sheet.lines().anyMatch(line -> line.startsWith("2026-1"));
      assertThat(!rows || sheet.contains("Factuur Datum Vervaldatum")).as(sheet).isTrue();
    }
    for (int i = 0; i < 80; i++) {
      assertThat(text).contains("2026-" + (1000 + i));
    }
  }

  @Test
  void carriesItsFontsAlongAndIsTheSameEachTime() throws IOException {
    byte[] pdf = LetterPdf.of(Written.dutch(2), null);

    assertThat(LetterPdf.of(Written.dutch(2), null)).isEqualTo(pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyStepIsThereInEveryLanguage(Language language) throws IOException {
    for (String template : Reminders.templates()) {
      Letter letter =
          Written.letter(
              language,
              template,
              new Letterhead(Written.DUTCH, AddressWindow.NEN),
              Written.customer("Klant", Written.DUTCH),
              "NL44RABO0123456789",
              CurrencyUnit.EUR,
              2,
              null);
      byte[] pdf = Written.shown(template + "-" + language.code(), LetterPdf.of(letter, null));

      assertThat(Written.text(pdf)).contains("2026-1000", "1015 AA").doesNotContain("{{");
    }
  }

  @Test
  void whatNoFontHasBecomesAQuestionMarkAndNothingIsLost() throws IOException {
    Letter letter =
        Written.letter(
            Language.EN,
            "reminder-1",
            new Letterhead(Written.DUTCH, AddressWindow.NEN),
            Written.customer("株 Kabushiki", Written.DUTCH),
            "NL44RABO0123456789",
            CurrencyUnit.EUR,
            1,
            null);

    assertThat(Written.text(LetterPdf.of(letter, null))).contains("? Kabushiki");
  }

  private static String within(byte[] pdf, int left, int top, int width, int height)
      throws IOException {
    float points = 72 / 25.4f;
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripperByArea stripper = new PDFTextStripperByArea();
      stripper.setSortByPosition(true);
      stripper.addRegion(
          "window",
          new Rectangle2D.Float(left * points, top * points, width * points, height * points));
      stripper.extractRegions(document.getPage(0));
      return String.join("\n", List.of(stripper.getTextForRegion("window").strip()));
    }
  }
}
