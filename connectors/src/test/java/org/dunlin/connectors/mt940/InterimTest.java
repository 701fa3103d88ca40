package org.dunlin.connectors.mt940;

import static org.assertj.core.api.Assertions.assertThat;

import org.dunlin.core.model.AdvisedEntry;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Statement;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Interim reports (MT942) tell of what a statement holds later, and are no statement. */
class InterimTest {
  @Test
  void everyBookedEntryIsAdvisedAndFollowedByItsPayment() {
    Sample.Read read = Sample.interim().read();

    assertThat(read.of(Statement.class)).isEmpty();
    assertThat(read.of(Payment.class)).hasSize(1);
    AdvisedEntry entry = read.advised().get(0);
    assertThat(entry.kind()).isEqualTo(AdvisedEntry.Kind.REPORT);
    assertThat(entry.id()).isEqualTo(read.of(Payment.class).get(0).id());
    assertThat(entry.amount()).isEqualTo(Money.parse("EUR 1210.00"));
    assertThat(entry.account().iban()).isEqualTo("DE41500105170123456789");
    assertThat(entry.bookingDate()).hasToString("2026-11-20");
    assertThat(entry.references().bankReference()).isEqualTo("POS 7");
    assertThat(entry.message()).isEqualTo("INTERIM1");
  }

  @Test
  void theEntryHasTheSameNameInTheStatementThatFollows() {
    assertThat(Sample.interim().payment().id()).isEqualTo(Sample.german().payment().id());
  }

  @Test
  void whatIsOnlyExpectedIsNoEntry() {
    assertThat(Sample.interim().payments())
        .extracting(Payment::remittance)
        .doesNotContain("still expected");
  }

  @Test
  void aStatementInTheSameFileIsAStatement() {
    Sample both = new Sample(Sample.interim().text() + Sample.german().text());

    assertThat(both.statements()).isEqualTo(Sample.german().statements());
    assertThat(both.read().advised()).hasSize(1);
  }

  @Test
  void totalsMayCountMoreThanIsListedButNotLess() {
    Sample listed =
        Sample.interim().with(":61:2611201120EC99,00NTRFNONREF\n:86:still expected\n", "");

    assertThat(listed.with(":90C:1EUR1210,00", ":90C:3EUR1300,00").payments()).hasSize(1);
    assertThat(listed.with(":90C:1EUR1210,00", ":90C:1EUR1210,01").problem().code())
        .isEqualTo("CONTROL_TOTAL_DIFFERS");
    assertThat(listed.with(":90C:1EUR1210,00", ":90C:0EUR0,00").problem().position())
        .isEqualTo("line 12");
  }

  @Test
  void wrongFieldsOfAReportNameTheirLine() {
    assertThat(Sample.interim().with(":34F:EURC0,00", ":34F:EURC").problem().position())
        .isEqualTo("line 5");
    assertThat(Sample.interim().with(":34F:EURC0,00", ":34F:USDC0,00").problem().code())
        .isEqualTo("WRONG_FIELD");
    assertThat(Sample.interim().with(":90C:1EUR", ":90C:EUR").problem().code())
        .isEqualTo("WRONG_FIELD");
    assertThat(Sample.interim().with(":34F:EURD0,00\n:34F:EURC0,00\n", "").problem().code())
        .isEqualTo("MISSING_FIELD");
  }
}
