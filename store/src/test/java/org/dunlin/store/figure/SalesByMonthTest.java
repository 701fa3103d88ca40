package org.dunlin.store.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.TreeMap;
import java.util.UUID;
import org.dunlin.core.figure.Sales;
import org.dunlin.store.Rows;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SalesByMonthTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

  private final Rows rows = new Rows();
  private UUID invoice = new UUID(0, 0);

  @BeforeEach
  void oneOfNovemberAndOneOfAnotherCompany() {
    invoice = rows.invoice("acme", "1", "100.00");
    change("issue_date = '2026-11-03', total = 100");
    rows.company("beta");
    rows.invoice("beta", "of another", "70.00");
  }

  @AfterEach
  void close() {
    rows.close();
  }

  private void change(String to) {
    rows.jdbc()
        .sql("update invoice set " + to + " where company_id = 'acme' and invoice_id = :id")
        .param("id", invoice)
        .update();
  }

  private Money sold(String month) {
    return rows.stores
        .figures()
        .sales()
        .of("acme", TODAY)
        .getOrDefault(CurrencyUnit.EUR, new Sales(CurrencyUnit.EUR, new TreeMap<>()))
        .of(YearMonth.parse(month));
  }

  private void isWhatTheLedgerSays() {
    assertThat(rows.stores.keptFigures().differences("acme")).isEmpty();
    assertThat(rows.stores.keptFigures().differences("beta")).isEmpty();
  }

  @Test
  void anInvoiceIsSoldInTheMonthOfItsIssueWithWhatIsPaidOfIt() {
    change("outstanding = 40");
    assertThat(sold("2026-11")).isEqualTo(Rows.euros("100.00"));
    isWhatTheLedgerSays();
  }

  @Test
  void whatIsChangedLaterIsSoldAsItIsNow() {
    change("issue_date = '2026-10-31', total = 120");
    assertThat(sold("2026-11")).isEqualTo(Rows.euros("0.00"));
    assertThat(sold("2026-10")).isEqualTo(Rows.euros("120.00"));
    isWhatTheLedgerSays();
  }

  @Test
  void aCreditNoteTakesOffAndAVoidDocumentWasNeverSold() {
    change("kind = 'CREDIT_NOTE'");
    assertThat(sold("2026-11")).isEqualTo(Rows.euros("-100.00"));
    change("status = 'VOID', outstanding = 0");
    assertThat(sold("2026-11")).isEqualTo(Rows.euros("0.00"));
    isWhatTheLedgerSays();
  }

  @Test
  void manyChangesArePutTogetherAndSayTheSame() {
    for (int i = 1; i <= 200; i++) {
      change("total = 100 + " + i);
    }
    assertThat(sold("2026-11")).isEqualTo(Rows.euros("300.00"));
    assertThat(
            rows.jdbc()
                .sql("select count(*) from sales_month_change where company_id = 'acme'")
                .query(Integer.class)
                .single())
        .isLessThan(130);
    isWhatTheLedgerSays();
  }

  @Test
  void whatIsIssuedInALaterMonthIsNotSoldYet() {
    change("issue_date = '2026-12-01'");
    assertThat(sold("2026-12")).isEqualTo(Rows.euros("0.00"));
    isWhatTheLedgerSays();
  }
}
