package org.dunlin.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ModelTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final Money AMOUNT = Money.parse("EUR 10.00");

  @Test
  void anAccountIsNamedByItsIbanElseByItsSchemeAndNumber() {
    assertThat(AccountId.ofIban("NL44RABO0123456789").key()).isEqualTo("NL44RABO0123456789");
    assertThat(new AccountId(null, "12345678", "GB").key()).isEqualTo("GB:12345678");
  }

  @Test
  void anInvoiceIsInTheCurrencyOfItsTotal() {
    assertThat(invoice(List.of()).currency()).isEqualTo(CurrencyUnit.EUR);
  }

  @Test
  void aRecordDoesNotChangeWithTheListItWasMadeOf() {
    List<Instalment> given = new ArrayList<>(List.of(new Instalment(DAY, AMOUNT)));
    Invoice invoice = invoice(given);
    given.clear();
    assertThat(invoice.instalments()).hasSize(1);
    assertThatThrownBy(() -> invoice.instalments().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Invoice invoice(List<Instalment> instalments) {
    return new Invoice(
        "i",
        "1",
        InvoiceKind.INVOICE,
        "c",
        DAY,
        null,
        null,
        AMOUNT,
        AMOUNT,
        InvoiceStatus.OPEN,
        null,
        null,
        null,
        instalments,
        List.of(),
        List.of(),
        null);
  }
}
