package org.dunlin.connectors.camt;

import static org.assertj.core.api.Assertions.assertThat;

import org.dunlin.core.model.Payment;
import org.junit.jupiter.api.Test;

/** Banks mark fields within the texts of a camt.053 statement, too. */
class MarkedTextTest {
  @Test
  void whatIsMarkedFillsOnlyWhatIsEmpty() {
    Payment payment =
        Sample.version02()
            .with("<Ustrd>factuur</Ustrd>", "<Ustrd>EREF+OTHER MREF+M-9 SVWZ+factuur</Ustrd>")
            .payments()
            .get(0);

    assertThat(payment.endToEndId()).isEqualTo("E2E-1");
    assertThat(payment.details().references().mandateId()).isEqualTo("M-9");
    assertThat(payment.remittance()).isEqualTo("factuur 2026-0042");
  }

  @Test
  void theBanksWordsMayBeMarkedToo() {
    Payment payment =
        Sample.version02()
            .with("Costs of\n          November", "/TRTP/KOSTEN/NAME/Bank/REMI/Costs")
            .payments()
            .get(3);

    assertThat(payment.remittance()).isEqualTo("Costs");
    assertThat(payment.payerName()).isEqualTo("Bank");
  }
}
