package org.dunlin.connectors.letter;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dunlin.core.brand.Color;
import org.dunlin.core.claim.Claims;
import org.dunlin.core.claim.Debt;
import org.dunlin.core.claim.Debtor;
import org.dunlin.core.claim.Demand;
import org.dunlin.core.claim.Rates;
import org.dunlin.core.message.AddressWindow;
import org.dunlin.core.message.ClaimsSaid;
import org.dunlin.core.message.Enclosed;
import org.dunlin.core.message.Language;
import org.dunlin.core.message.Letter;
import org.dunlin.core.message.Letterhead;
import org.dunlin.core.message.PaperLetter;
import org.dunlin.core.message.Reminder;
import org.dunlin.core.message.ReminderLine;
import org.dunlin.core.message.Sender;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.ClaimKind;
import org.dunlin.core.model.Customer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Letters as tests write and read them. */
final class Written {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  static final Address DUTCH = new Address("Keizersgracht 1", "1015AA", "Amsterdam", "NL");
  static final Address SWISS = new Address("Musterstrasse 12a", "8000", "Zürich", "CH");

  private Written() {}

  static Customer customer(String name, @Nullable Address address) {
    return new Customer(
        "c-1",
        "D1001",
        name,
        "ap@example.nl",
        null,
        address,
        null,
        null,
        null,
        List.of(),
        null,
        List.of(),
        null,
        null,
        null);
  }

  static Letter letter(
      Language language,
      String template,
      Letterhead head,
      Customer customer,
      String iban,
      CurrencyUnit currency,
      int count,
      @Nullable String reference) {
    List<ReminderLine> lines =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new ReminderLine(
                        "2026-" + (1000 + i),
                        TODAY.minusDays(60 - i % 20),
                        TODAY.minusDays(30 - i % 20),
                        Money.ofMinor(currency, 121_000 + i),
                        Money.ofMinor(currency, i == 1 ? 100_000 : 121_000 + i),
                        reference))
            .toList();
    List<ReminderLine> later =
        count < 2
            ? List.of()
            : List.of(
                new ReminderLine(
                    "2026-2000",
                    TODAY.minusDays(9),
                    TODAY.plusDays(21),
                    Money.of(currency, 99),
                    Money.of(currency, 99),
                    null));
    Reminder reminder =
        new Reminder(
            new Sender(
                "Acme B.V.",
                "debiteuren@acme.example",
                iban,
                Optional.of(Color.of("#1f4e79")),
                false),
            customer,
            language,
            template,
            lines,
            later,
            new Enclosed(0, List.of()),
            TODAY);
    return PaperLetter.write(reminder, head, List.of(AccountId.ofIban(iban)), null);
  }

  static Letter dutch(int count) {
    return letter(
        Language.NL,
        "reminder-2",
        new Letterhead(DUTCH, AddressWindow.NEN),
        customer(
            "Bäckerei Łukasz & Söhne GmbH", new Address("Hauptstraße 5", "10117", "Berlin", "DE")),
        "NL44RABO0123456789",
        CurrencyUnit.EUR,
        count,
        null);
  }

  /** To a business in Germany, which is charged interest and the fixed sum. */
  static Letter charged() {
    Debt debt =
        Debt.of("DE", Debtor.BUSINESS, Money.parse("EUR 1210.00"), LocalDate.of(2025, 3, 10));
    LocalDate on = LocalDate.of(2025, 6, 2);
    Demand demand =
        Demand.of(
            Claims.of(debt, on, Rates.carried()), List.of(ClaimKind.INTEREST, ClaimKind.FIXED_SUM));
    Reminder reminder =
        new Reminder(
                new Sender(
                    "Acme B.V.",
                    "debiteuren@acme.example",
                    "NL44RABO0123456789",
                    Optional.of(Color.of("#1f4e79")),
                    false),
                customer("Kunde AG", new Address("Weg 2", "80331", "München", "DE")),
                Language.DE,
                "final",
                List.of(
                    new ReminderLine(
                        "2025-0042",
                        LocalDate.of(2025, 2, 8),
                        LocalDate.of(2025, 3, 10),
                        Money.parse("EUR 1210.00"),
                        Money.parse("EUR 1210.00"),
                        null)),
                List.of(),
                new Enclosed(0, List.of()),
                on)
            .saying(new ClaimsSaid(demand, on.plusDays(1), null), null);
    return PaperLetter.write(
        reminder,
        new Letterhead(DUTCH, AddressWindow.NEN),
        List.of(AccountId.ofIban("NL44RABO0123456789")),
        null);
  }

  static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replace('\u00a0', ' ');
    }
  }

  /** Of one sheet, counted from 1. */
  static String text(byte[] pdf, int page) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      return stripper.getText(document);
    }
  }

  static int pages(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    }
  }

  /** What a scanner reads of the QR codes of the last page. */
  static List<String> codes(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage image =
          new PDFRenderer(document).renderImageWithDPI(document.getNumberOfPages() - 1, 200);
      int[] pixels =
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      BinaryBitmap bitmap =
          new BinaryBitmap(
              new HybridBinarizer(
                  new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
      try {
        return Arrays.stream(
                new QRCodeMultiReader()
                    .decodeMultiple(
                        bitmap,
                        Map.of(
                            DecodeHintType.TRY_HARDER,
                            true,
                            DecodeHintType.CHARACTER_SET,
                            "UTF-8")))
            .map(Result::getText)
            .toList();
      } catch (NotFoundException e) {
        return List.of();
      }
    }
  }

  /** Leaves a letter in the folder that {@code dunlin.letters} names, to be looked at. */
  static byte[] shown(String name, byte[] pdf) throws IOException {
    String folder = System.getProperty("dunlin.letters");
    if (folder != null) {
      Files.write(Files.createDirectories(Path.of(folder)).resolve(name + ".pdf"), pdf);
    }
    return pdf;
  }
}
