package org.dunlin.connectors.camt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dunlin.core.model.Payment;
import org.junit.jupiter.api.Test;

/** The names that entries once got are theirs for ever: the ledger knows them by these. */
class SameKeysTest {
  private static final String DAY = "NL44RABO0123456789/2026-11-20/";

  @Test
  void everyWayOfNamingAnEntryStillGivesTheNamesThatItGave() {
    List<Payment> payments = Sample.file("keys-02.xml").payments();

    assertThat(payments)
        .extracting(Payment::id)
        .containsExactly(
            "NL44RABO0123456789/REF-1",
            "NL44RABO0123456789/REF-1/2",
            "NL44RABO0123456789/REF-1/reversal",
            "NL44RABO0123456789/TX-1",
            DAY + "2026-11-19/3.00/53682f339b523227ece5/1",
            DAY + "2026-11-19/3.00/53682f339b523227ece5/2",
            DAY + "-/-4.00/cbc5dac1bd8612e72d2b/1",
            DAY + "2026-11-19/5.00/12a73743102b40544f2d/1",
            DAY + "2026-11-19/6.00/6a7c1d45d0f9c86431cf/1",
            DAY + "2026-11-19/7.00/2cdde713815d6ab91186/1/1",
            DAY + "2026-11-19/7.00/2cdde713815d6ab91186/1/2",
            DAY + "2026-11-19/-8.00/d66f2a6d4fac3db5feff/1");
  }
}
