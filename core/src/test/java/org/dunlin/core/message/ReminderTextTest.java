package org.dunlin.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The plain text, word for word where the layout matters. */
class ReminderTextTest {
  @Test
  void theFirstReminderIsFriendlyAndComplete() {
    Message message = Reminders.write(Letters.one("reminder-1"));

    assertThat(message.subject())
        .isEqualTo("Reminder: invoice 2026-0042 was due on 1 December 2026");
    assertThat(message.text())
        .isEqualTo(
            """
            Dear Sir or Madam,

            According to our records, we have not yet received full payment of invoice 2026-0042, \
            which was due on 1 December 2026. It may simply have escaped your attention.

            We would be grateful if you could arrange payment of €1,210.00 in the next few \
            days, quoting the reference so that we can match your payment.

            To be paid

            Invoice    Issued      Due             Total       Open
            ---------  ----------  ----------  ---------  ---------
            2026-0042  1 Nov 2026  1 Dec 2026  €1,210.00  €1,210.00
                Reference: RF18539007547034

            Total to pay: €1,210.00

            How to pay

              Account holder: Acme B.V.
              IBAN: NL44 RABO 0123 4567 89
              Amount: €1,210.00
              Reference: RF18539007547034

            If you have already paid, please disregard this reminder, and thank you.

            If anything about an invoice is wrong or unclear, please reply to this message or \
            write to billing@acme.example, and we will gladly look into it.

            Kind regards,
            Acme B.V.
            """);
  }

  @Test
  void whatWasPaidStandsBesideWhatIsOpenAndWhatIsNotDueStandsApart() {
    Message message = Reminders.write(Letters.several(Language.NL, "reminder-2"));

    assertThat(message.subject()).isEqualTo("Tweede herinnering: 3 betalingen staan nog open");
    assertThat(message.text())
        .contains(
            """
            Factuur    Datum       Vervaldatum       Bedrag   Voldaan   Openstaand
            ---------  ----------  -----------  -----------  --------  -----------
            2026-0042  01-11-2026  01-12-2026    € 1.210,00  € 210,00   € 1.000,00
                Kenmerk: RF18539007547034
            2026-0043  02-11-2026  02-12-2026   € 12.500,50         –  € 12.500,50
            2026-0044  03-11-2026  03-12-2026        € 0,95         –       € 0,95

            Totaal te betalen: € 13.501,45
            """
                .replace("€ ", "€\u00a0"))
        .contains("  Kenmerk: RF18539007547034, 2026-0043, 2026-0044\n")
        .containsSubsequence(
            "Acme B.V.\n\nStaat ook nog open", "2026-0050", "2026-0051", "Totaal: €\u00a0549,99");
  }

  @Test
  void eachCurrencyIsAPaymentOfItsOwnAndHasNoQrCode() {
    Message message = Reminders.write(Letters.currencies(Language.DE, "final"));

    assertThat(message.text())
        .startsWith("Guten Tag Jan Jansen,\n\nwir haben")
        .contains("Bitte überweisen Sie 1.210,00\u00a0€ und 12.500,50\u00a0$ spätestens")
        .contains("  Betrag: 1.210,00\u00a0€\n  Verwendungszweck: RF18539007547034\n")
        .contains("  Betrag: 12.500,50\u00a0$\n  Verwendungszweck: 2026-0043\n");
    assertThat(message.qrCode()).isNull();
  }

  @Test
  void frenchPutsANarrowGapBeforeDoublePunctuationAndSaysTheFirstOfAMonth() {
    Message message = Reminders.write(Letters.one(Language.FR, "reminder-1"));

    assertThat(message.subject())
        .isEqualTo(
            "Rappel\u00a0: la facture 2026-0042 est arrivée à échéance le 1er décembre 2026");
    assertThat(message.text()).contains("  Montant\u00a0: 1\u00a0210,00\u00a0€\n");
  }

  @Test
  void theSecondReminderNamesADayAndTheFinalOneWhatMayFollow() {
    assertThat(Reminders.write(Letters.one("reminder-2")).text())
        .contains("has still not been paid in full", "Please pay €1,210.00 by 14 December 2026")
        .endsWith("Yours faithfully,\nAcme B.V.\n");
    assertThat(Reminders.write(Letters.one("final")).text())
        .contains("This is our final reminder.", "by 21 December 2026 at the latest")
        .contains("we may take further steps to recover the amount, as far as the law allows");
  }

  @Test
  void aNoticeSpeaksOfWhatIsStillToCome() {
    Message message = Reminders.write(Letters.one("before-due"));

    assertThat(message.subject()).isEqualTo("Invoice 2026-0042 is due on 11 December 2026");
    assertThat(message.text()).doesNotContain("overdue", "past", "reminder");
  }

  @Test
  void aPersonIsGreetedByNameAndABusinessIsNot() {
    assertThat(Reminders.write(Letters.currencies(Language.EN, "final")).text())
        .startsWith("Dear Jan Jansen,")
        .contains("Yours sincerely,");
    assertThat(Reminders.write(Letters.one(Language.NL, "reminder-1")).text())
        .startsWith("Geachte heer, mevrouw,");
    assertThat(Reminders.write(Letters.one(Language.FR, "reminder-1")).text())
        .startsWith("Madame, Monsieur,");
    assertThat(Reminders.write(Letters.one(Language.DE, "reminder-1")).text())
        .startsWith("Sehr geehrte Damen und Herren,\n\nnach");
  }

  @Test
  void whatIsAttachedAndWhatIsNotIsSaid() {
    Reminder one = Letters.one("reminder-1");

    assertThat(Reminders.write(Letters.with(one, new Enclosed(1, List.of()))).text())
        .contains("\n\nA copy of the invoice is attached.\n\n");
    assertThat(
            Reminders.write(Letters.with(one, new Enclosed(2, List.of("a.pdf", "b.pdf")))).text())
        .contains("Copies of the invoices are attached. To keep", "on request: a.pdf and b.pdf.");
    assertThat(Reminders.write(one).text()).doesNotContain("attached");
  }

  @Test
  void withoutAnIbanTheInvoiceSaysWhereToPay() {
    Sender without = new Sender("Acme B.V.", "billing@acme.example", null, Optional.empty(), false);

    Message message = Reminders.write(Letters.with(Letters.one("reminder-2"), without));

    assertThat(message.text())
        .contains("  Account: the one stated on the invoice\n")
        .doesNotContain("IBAN");
    assertThat(message.html()).contains("the one stated").doesNotContain("IBAN");
    assertThat(message.qrCode()).isNull();
  }
}
