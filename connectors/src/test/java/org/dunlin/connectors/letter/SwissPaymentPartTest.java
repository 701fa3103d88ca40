package org.dunlin.connectors.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import net.codecrete.qrbill.generator.Bill;
import net.codecrete.qrbill.generator.QRBill;
import org.dunlin.core.message.AddressWindow;
import org.dunlin.core.message.Language;
import org.dunlin.core.message.Letter;
import org.dunlin.core.message.Letterhead;
import org.dunlin.core.model.Address;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The Swiss QR-bill by the Implementation Guidelines of SIX: which reference goes with which
 * account, and what a scanner reads from the sheet.
 */
class SwissPaymentPartTest {
  private static final String QR_IBAN = "CH4431999123000889012";
  private static final String IBAN = "CH5604835012345678009";
  private static final String QRR = "210000000003139471430009017";
  private static final String SCOR = "RF18539007547034";

  @Test
  void aScannerReadsAQrReferenceWithItsQrIban() throws IOException {
    List<String> lines = scanned(letter(QR_IBAN, CurrencyUnit.of("CHF"), 1, QRR), "ch-qrr");

    assertThat(lines.subList(0, 11))
        .containsExactly(
            "SPC",
            "0200",
            "1",
            QR_IBAN,
            "S",
            "Acme B.V.",
            "Musterstrasse",
            "12a",
            "8000",
            "Zürich",
            "CH");
    assertThat(lines.subList(18, 29))
        .containsExactly(
            "1210.00",
            "CHF",
            "S",
            "Käufer AG",
            "Rue du Lac",
            "1",
            "1000",
            "Lausanne",
            "CH",
            "QRR",
            QRR);
    assertThat(lines).contains("EPD");
  }

  @Test
  void aCreditorReferenceGoesWithAnOrdinaryIban() throws IOException {
    List<String> lines = scanned(letter(IBAN, CurrencyUnit.of("CHF"), 1, SCOR), "ch-scor");

    assertThat(lines).contains(IBAN, "SCOR", SCOR);
  }

  @Test
  void severalInvoicesStandInTheMessageWithoutAReference() throws IOException {
    List<String> lines = scanned(letter(IBAN, CurrencyUnit.EUR, 3, null), "ch-non");

    assertThat(lines.get(3)).isEqualTo(IBAN);
    assertThat(lines.subList(27, 30)).containsExactly("NON", "", "2026-1000, 2026-1001, 2026-1002");
  }

  @Test
  void aQrIbanIsNeverNamedWithoutAQrReference() throws IOException {
    Letter letter = letter(QR_IBAN, CurrencyUnit.of("CHF"), 2, null);

    assertThat(letter.slip()).isNull();
    assertThat(Written.codes(LetterPdf.of(letter, null))).isEmpty();
  }

  @Test
  void thePaymentPartStandsAtTheFootAndNothingBelowIt() throws IOException {
    for (int count : new int[] {1, 20, 45}) {
      Letter letter = letter(IBAN, CurrencyUnit.of("CHF"), count, null);
      byte[] pdf = Written.shown("ch-" + count, LetterPdf.of(letter, null));

      assertThat(Written.codes(pdf)).as(count + " invoices").hasSize(1);
      assertThat(Written.text(pdf)).contains("Empfangsschein", "Zahlteil", "Konto / Zahlbar an");
    }
  }

  @Test
  void everySlipStandsTheValidationOfTheGuidelines() {
    for (Letter letter :
        List.of(
            letter(QR_IBAN, CurrencyUnit.of("CHF"), 1, QRR),
            letter(IBAN, CurrencyUnit.EUR, 1, SCOR),
            letter(IBAN, CurrencyUnit.of("CHF"), 60, null))) {
      Bill bill = SwissPaymentPart.bill(Objects.requireNonNull(letter.slip()));

      assertThat(QRBill.validate(bill).hasErrors()).isFalse();
    }
  }

  private static List<String> scanned(Letter letter, String name) throws IOException {
    byte[] pdf = Written.shown(name, LetterPdf.of(letter, null));
    return Written.codes(pdf).getFirst().lines().toList();
  }

  private static Letter letter(
      String iban, CurrencyUnit currency, int count, @Nullable String reference) {
    return Written.letter(
        Language.DE,
        "reminder-1",
        new Letterhead(Written.SWISS, AddressWindow.SWISS_RIGHT),
        Written.customer("Käufer AG", new Address("Rue du Lac 1", "1000", "Lausanne", "CH")),
        iban,
        currency,
        count,
        reference);
  }
}
