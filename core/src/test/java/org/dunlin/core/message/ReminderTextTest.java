package org.dunlin.core.message;

import static org.assertj.core.api.Assertions.assertThat;

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
            Dear Bakkerij Jansen B.V.,

            According to our records, we have not yet received full payment of invoice 2026-0042, \
            which was due on 1 December 2026. It may simply have escaped your attention.

            We would be grateful if you could arrange payment of EUR 1,210.00 in the next few \
            days, quoting the reference so that we can match your payment.

            Invoice    Issued           Due                     Total          Open
            ---------  ---------------  ---------------  ------------  ------------
            2026-0042  1 November 2026  1 December 2026  EUR 1,210.00  EUR 1,210.00
                Reference: RF18539007547034

            Total due: EUR 1,210.00

            How to pay

              IBAN:            NL44 RABO 0123 4567 89
              Account holder:  Acme B.V.
              Reference:       RF18539007547034

            If you have already paid, please disregard this reminder, and thank you.

            If anything about an invoice is wrong or unclear, please reply to this message or \
            write to billing@acme.example, and we will gladly look into it.

            Kind regards,
            Acme B.V.
            """);
  }

  @Test
  void theSecondReminderIsFirmAndNamesADay() {
    Message message = Reminders.write(Letters.one("reminder-2"));

    assertThat(message.subject()).isEqualTo("Second reminder: invoice 2026-0042 is overdue");
    assertThat(message.text())
        .contains("has still not been paid in full")
        .contains("Please pay EUR 1,210.00 by 14 December 2026")
        .contains("If you cannot pay by then, please contact us now")
        .endsWith("Yours sincerely,\nAcme B.V.\n");
  }

  @Test
  void theFinalReminderSaysSoAndWhatFollows() {
    Message message = Reminders.write(Letters.one("final"));

    assertThat(message.subject())
        .isEqualTo("Final reminder: invoice 2026-0042 must be paid by 21 December 2026");
    assertThat(message.text())
        .contains("This is our final reminder.")
        .contains("by 21 December 2026 at the latest")
        .contains("we may take further steps to recover the amount");
  }

  @Test
  void severalPaymentsStandInOneTableOldestFirstWithATotalForEachCurrency() {
    Message message = Reminders.write(Letters.many("reminder-1"));

    assertThat(message.subject()).isEqualTo("Reminder: 3 payments are past their due date");
    assertThat(message.text())
        .contains(
            """
            Invoice    Issued           Due                      Total           Open
            ---------  ---------------  ---------------  -------------  -------------
            2026-0042  1 November 2026  1 December 2026   EUR 1,210.00   EUR 1,210.00
                Reference: RF18539007547034
            2026-0043  2 November 2026  2 December 2026  USD 12,500.50  USD 12,500.50
                Reference: 2026-0043
            2026-0044  3 November 2026  3 December 2026       EUR 0.95       EUR 0.95
                Reference: 2026-0044

            Total due: EUR 1,210.95 and USD 12,500.50
            """)
        .contains("Reference:       the one shown below each invoice above")
        .doesNotContain("invoice 2026-0042,");
  }

  @Test
  void withoutAnIbanTheInvoiceSaysWhereToPay() {
    Reminder with = Letters.one("reminder-2");
    Reminder without =
        new Reminder(
            with.companyName(),
            with.replyAddress(),
            with.customer(),
            with.template(),
            with.lines(),
            null,
            with.businessDate());

    Message message = Reminders.write(without);

    assertThat(message.text())
        .contains("  Account:         the one stated on the invoice\n")
        .doesNotContain("IBAN");
    assertThat(message.html()).contains("Account: the one stated").doesNotContain("IBAN");
  }
}
